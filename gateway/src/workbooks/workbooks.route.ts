import { type Clock, isKey, type PersonActor } from '@hub/core';

import { type ExportLog, RowsAlone } from '../exports';
import type { RatesOf } from '../http/client-rates';
import type { Exchange } from '../http/exchange';
import { cleanFileName } from '../http/files/file-name';
import { XLSX } from '../http/files/office-types';
import { createRequirePerson } from '../http/files/require-person';
import { uploadBody } from '../http/files/upload-body';
import { httpError } from '../http/http.errors';
import type { GatewayLimits } from '../http/limits';
import type { Handler, Route } from '../http/router';
import { sendJson } from '../http/send';
import type { Authenticate } from '../security/authenticate';
import { sendWorkbook } from './export-workbook';
import { importWorkbook } from './import-workbook';
import { withIncoming } from './incoming-workbook';
import { workbookError } from './workbook.errors';
import { SUBJECT_KINDS, type Subject, type Workbooks } from './workbooks.type';

export interface WorkbooksOptions {
  readonly workbooks: Workbooks;
  readonly log: ExportLog;
}

export interface WorkbooksRouteOptions extends WorkbooksOptions {
  readonly authenticate: Authenticate;
  readonly ratesOf: RatesOf;
  readonly limits: GatewayLimits;
  readonly clock: Clock;
}

/** Workbooks that one gateway reads or writes at the same time. */
const AT_ONCE = 4;

/**
 * `/workbooks/report-tasks/<id>`: GET gives the task as an xlsx file, to fill in or as its results; POST takes a filled
 * one back as its bare bytes and answers what became of it. `/workbooks/report-imports/<id>` is what was wrong with one.
 */
export function workbooksRoute(options: WorkbooksRouteOptions): Route {
  const { workbooks, authenticate, ratesOf, limits, clock, log } = options;
  const requirePerson = createRequirePerson(authenticate);
  let running = 0;

  const within = (act: (exchange: Exchange, actor: PersonActor, subject: Subject) => Promise<void>): Handler => {
    return async (exchange, tail) => {
      await ratesOf(exchange.request).request();
      const actor = await requirePerson(exchange);
      const subject = subjectOf(tail);
      if (running >= AT_ONCE) throw workbookError('WORKBOOK_BUSY');
      running += 1;
      try {
        await act(exchange, actor, subject);
      } finally {
        running -= 1;
      }
    };
  };

  const give = within(async (exchange, actor, subject) => {
    const { requestId } = exchange;
    const plan = await workbooks.plan({ actor, requestId }, subject);
    const asked = async () => ({ actor: await sameActor(await requirePerson(exchange), actor), requestId });
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

function subjectOf(tail: string): Subject {
  const [given, id, ...others] = tail.split('/');
  const kind = SUBJECT_KINDS.find((known) => known === given);
  if (!kind || !isKey(id) || others.length > 0) throw workbookError('WORKBOOK_NOT_FOUND');
  return { kind, id };
}

/** Half a file under one post and half under another would be nobody's. */
function sameActor(actor: PersonActor, before: PersonActor): PersonActor {
  if (actor.postId !== before.postId) throw workbookError('WORKBOOK_FAILED');
  return actor;
}
