import type { IncomingMessage } from 'node:http';

import type { Clock } from '@hub/core';

import { type ExportLog, RowsAlone } from '../exports';
import { cleanFileName } from '../http/files/file-name';
import { XLSX } from '../http/files/office-types';
import { uploadBody } from '../http/files/upload-body';
import { httpError } from '../http/http.errors';
import type { GatewayLimits } from '../http/limits';
import { parseQualityList } from '../http/quality-list';
import type { Route } from '../http/router';
import { sendJson } from '../http/send';
import { sendWorkbook } from './export-workbook';
import { importWorkbook } from './import-workbook';
import { withIncoming } from './incoming-workbook';
import { type OfficeDoorOptions, officeDoor } from './office-door';
import { sendRefused } from './send-refused';
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
 * one back as its bare bytes and answers what became of it: in numbers, or (`Accept`) with what was refused as a workbook. `/workbooks/report-imports/<id>` is what was wrong with one.
 */
export function workbooksRoute(options: WorkbooksRouteOptions): Route {
  const { workbooks, limits, clock, log } = options;
  const within = officeDoor(options, SUBJECT_KINDS);

  const give = within(async (exchange, actor, subject, asked) => {
    const plan = await workbooks.plan(await asked(), subject);
    const rowsAlone = RowsAlone.of(actor, limits.exportRowsAlone);
    await sendWorkbook({ exchange, workbooks, subject, plan, clock, asked, log, rowsAlone });
  });

  const take = within(async (exchange, actor, subject, asked) => {
    const { request, search } = exchange;
    if (request.headers['content-type'] !== XLSX) throw httpError('CONTENT_TYPE_REFUSED');
    const name = cleanFileName(new URLSearchParams(search).get('name') ?? '') || '填报.xlsx';
    const body = uploadBody(request, limits.uploadIdleMs);
    const by = await asked();
    const { summary, refused } = await withIncoming(body, (path) =>
      importWorkbook(workbooks, by, subject, { path, name }),
    );
    const plan = summary.refused > 0 && wantsWorkbook(request) ? await workbooks.plan(by, subject) : null;
    // Whoever has no form of the task has none to mend.
    if (plan === null || plan.mark === null) return sendJson(exchange, 200, summary);
    await sendRefused({ exchange, actor, plan, summary, refused, log, clock });
  });

  return { path: '/workbooks/*', methods: { GET: give, POST: take } };
}

/** Whether a client would rather have what was refused as a workbook than the numbers alone. */
const wantsWorkbook = ({ headers }: IncomingMessage): boolean =>
  parseQualityList(headers.accept ?? '').some(({ value, quality }) => value === XLSX && quality > 0);
