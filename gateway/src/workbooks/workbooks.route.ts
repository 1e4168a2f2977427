import type { Clock } from '@hub/core';

import { type ExportLog, RowsAlone } from '../exports';
import { cleanFileName } from '../http/files/file-name';
import { XLSX } from '../http/files/office-types';
import { uploadBody } from '../http/files/upload-body';
import { httpError } from '../http/http.errors';
import type { GatewayLimits } from '../http/limits';
import type { Route } from '../http/router';
import { sendJson } from '../http/send';
import { sendWorkbook } from './export-workbook';
import { importWorkbook } from './import-workbook';
import { withIncoming } from './incoming-workbook';
import { type OfficeDoorOptions, officeDoor } from './office-door';
import { SUBJECT_KINDS, type Workbooks } from './workbooks.type';

export interface WorkbooksOptions {
  readonly workbooks: Workbooks;
  readonly log: ExportLog;
}

export interface WorkbooksRouteOptions extends WorkbooksOptions, OfficeDoorOptions {
  readonly limits: GatewayLimits;
  readonly clock: Clock;
}

/**
 * `/workbooks/report-tasks/<id>`: GET gives the task as an xlsx file, to fill in or as its results; POST takes a filled
 * one back as its bare bytes and answers what became of it. `/workbooks/report-imports/<id>` is what was wrong with one.
 */
export function workbooksRoute(options: WorkbooksRouteOptions): Route {
  const { workbooks, limits, clock, log } = options;
  const within = officeDoor(options, SUBJECT_KINDS);

  const give = within(async (exchange, actor, subject, asked) => {
    const plan = await workbooks.plan(await asked(), subject);
    const rowsAlone = RowsAlone.of(actor, limits.exportRowsAlone);
    await sendWorkbook({ exchange, workbooks, subject, plan, clock, asked, log, rowsAlone });
  });

  const take = within(async (exchange, actor, subject) => {
    const { request, requestId, search } = exchange;
    if (request.headers['content-type'] !== XLSX) throw httpError('CONTENT_TYPE_REFUSED');
    const name = cleanFileName(new URLSearchParams(search).get('name') ?? '') || '填报.xlsx';
    const body = uploadBody(request, limits.uploadIdleMs);
    const summary = await withIncoming(body, (path) =>
      importWorkbook(workbooks, { actor, requestId }, subject, { path, name }),
    );
    await sendJson(exchange, 200, summary);
  });

  return { path: '/workbooks/*', methods: { GET: give, POST: take } };
}
