import type { Clock, PaperBlock, PaperPage } from '@hub/core';
import { writePaper } from '@hub/sheets';

import { type ExportLog, loggedExport, RowsAlone, type TakenRows, takenBy } from '../exports';
import { DOCX } from '../http/files/office-types';
import { headFile, sendStream } from '../http/files/send-file';
import type { GatewayLimits } from '../http/limits';
import type { Route } from '../http/router';
import { type Asked, type OfficeDoorOptions, officeDoor, officeFileFacts } from '../workbooks';
import { PAPER_KINDS, type PaperSubject, type Papers } from './papers.type';

export interface PapersOptions {
  readonly papers: Papers;
  readonly log: ExportLog;
}

interface PapersRouteOptions extends PapersOptions, OfficeDoorOptions {
  readonly limits: GatewayLimits;
  readonly clock: Clock;
}

const NAMES = { reports: 'ReportPaper', 'report-tasks': 'ReportTaskPaper' } as const;

/** `/papers/reports/<id>` is a report as a docx file, `/papers/report-tasks/<id>` what came in for a task. */
export function papersRoute(options: PapersRouteOptions): Route {
  const { papers, log, limits, clock } = options;
  const within = officeDoor(options, PAPER_KINDS);
  const give = within(async (exchange, actor, subject, asked) => {
    const first = await papers.page(await asked(), subject, null);
    const rowsAlone = RowsAlone.of(actor, limits.exportRowsAlone);
    const facts = officeFileFacts(NAMES[subject.kind], subject, 'DOCX', rowsAlone.areExceededBy(first.records));
    await loggedExport({ exchange, actor, log, facts, rowsAlone }, async (taken) => {
      headFile(exchange.response, { name: `${first.name}.docx`, contentType: DOCX });
      const now = clock.now();
      const note = takenBy(actor, now, taken.exportId);
      await sendStream(exchange, writePaper(blocksOf({ papers, subject, asked, first, taken, note }), now));
    });
  });
  return { path: '/papers/*', methods: { GET: give } };
}

interface PaperRun {
  readonly papers: Papers;
  readonly subject: PaperSubject;
  readonly asked: () => Promise<Asked>;
  readonly first: PaperPage;
  readonly taken: TakenRows;
  readonly note: string;
}

/** Page by page, as the file is taken; its last line says who took it. */
async function* blocksOf({ papers, subject, asked, first, taken, note }: PaperRun): AsyncGenerator<PaperBlock> {
  for (let page: PaperPage | null = first; page !== null; ) {
    taken.assertMayTake(page.recordsHere);
    yield* page.blocks;
    taken.add(page.recordsHere);
    page = page.endCursor === null ? null : await papers.page(await asked(), subject, page.endCursor);
  }
  yield { style: 'META', text: note };
}
