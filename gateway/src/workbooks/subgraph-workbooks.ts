import { z } from 'zod';

import type { CallSubgraph } from '../context';
import { ownCall, refusalOf } from '../own-call';
import { workbookError } from './workbook.errors';
import type { Asked, Workbooks } from './workbooks.type';

/** The subgraph that has workbooks. */
const KEEPER = 'reports';
const CALL_MS = 60_000;

const PLAN = `query ($input: WorkbookSubjectInput!) {
  workbookPlan(input: $input) {
    name mark rows
    sheets { key name form protected columns { key title format decimals width locked hidden hint choices } }
  }
}`;
const PAGE = `query ($input: WorkbookPageInput!) {
  workbookPage(input: $input) { rows endCursor }
}`;
const BEGIN = 'mutation ($input: BeginReportImportInput!) { beginReportImport(input: $input) }';
const IMPORT = `mutation ($input: ImportReportRecordsInput!) {
  importReportRecords(input: $input) { sheetName rowNumber label reason message }
}`;
const FINISH = `mutation ($importId: ID!) {
  finishReportImport(importId: $importId) { importId: id records saved unchanged refused }
}`;

const orLeftOut = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);
const column = z.object({
  key: z.string(),
  title: z.string(),
  format: z.enum(['TEXT', 'NUMBER', 'DATE']),
  decimals: orLeftOut(z.number()),
  width: orLeftOut(z.number()),
  locked: z.boolean(),
  hidden: z.boolean(),
  hint: orLeftOut(z.string()),
  choices: orLeftOut(z.array(z.string())),
});
const sheet = z.object({
  key: z.string(),
  name: z.string(),
  form: z.boolean(),
  protected: z.boolean(),
  columns: z.array(column),
});
const plan = z.object({ name: z.string(), mark: z.string().nullable(), rows: z.number(), sheets: z.array(sheet) });
const row = z.object({ cells: z.array(z.string().nullable()), locked: z.boolean().optional() });
const page = z.object({ rows: z.array(z.string()), endCursor: z.string().nullable() });
const problems = z.array(
  z.object({
    sheetName: z.string(),
    rowNumber: z.number(),
    label: z.string(),
    reason: z.string(),
    message: z.string(),
  }),
);
const summary = z.object({
  importId: z.string(),
  records: z.number(),
  saved: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});

/** The rooms of a workbook are asked of reports; rows travel as JSON texts, since their columns are those of a template. */
export function subgraphWorkbooks(call: CallSubgraph): Workbooks {
  const ask = async (asked: Asked, kind: 'query' | 'mutation', query: string, variables: Record<string, unknown>) => {
    const request = { kind, query, variables, ...asked, timeoutMs: CALL_MS };
    const data = await ownCall(call, KEEPER, request, (error) => refusalOf(error) ?? workbookError('WORKBOOK_FAILED'));
    return Object.values(data)[0];
  };
  return {
    plan: async (asked, subject) => plan.parse(await ask(asked, 'query', PLAN, { input: inputOf(subject) })),
    async page(asked, subject, of, after) {
      const variables = { input: { ...inputOf(subject), sheet: of, after } };
      const { rows, endCursor } = page.parse(await ask(asked, 'query', PAGE, variables));
      return { rows: rows.map((text) => row.parse(JSON.parse(text))), endCursor };
    },
    async beginImport(asked, { id: taskId }, { name: fileName, mark }) {
      return z.string().parse(await ask(asked, 'mutation', BEGIN, { input: { taskId, fileName, mark } }));
    },
    async importRecords(asked, importId, records) {
      const input = { importId, records: records.map((record) => JSON.stringify(record)) };
      return problems.parse(await ask(asked, 'mutation', IMPORT, { input }));
    },
    finishImport: async (asked, importId) => summary.parse(await ask(asked, 'mutation', FINISH, { importId })),
  };
}

const inputOf = ({ kind, id }: { kind: string; id: string }) => ({ kind: kind.replace('-', '_').toUpperCase(), id });
