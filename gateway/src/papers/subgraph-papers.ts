import { PARAGRAPH_STYLES } from '@hub/core';
import { z } from 'zod';

import type { CallSubgraph } from '../context';
import { ownCall, refusalOf } from '../own-call';
import { workbookError } from '../workbooks';
import type { Papers } from './papers.type';

/** The subgraph that has papers. */
const KEEPER = 'reports';
const CALL_MS = 60_000;

const PAGE = `query ($input: PaperPageInput!) {
  paperPage(input: $input) { name records recordsHere blocks endCursor }
}`;

const rows = z.array(z.array(z.string()));
const block = z.union([
  z.object({ style: z.enum(PARAGRAPH_STYLES), text: z.string() }),
  z.object({ table: rows }),
  z.object({ more: rows }),
  z.object({ pageBreak: z.literal(true) }),
]);
const page = z.object({
  name: z.string(),
  records: z.number(),
  recordsHere: z.number(),
  blocks: z.array(z.string()),
  endCursor: z.string().nullable(),
});

/** Blocks travel as JSON texts, as the rows of workbooks do. */
export const subgraphPapers = (call: CallSubgraph): Papers => ({
  async page(asked, { kind, id }, after) {
    const variables = { input: { kind: kind.replace('-', '_').toUpperCase(), id, after } };
    const request = { kind: 'query', query: PAGE, variables, ...asked, timeoutMs: CALL_MS } as const;
    const data = await ownCall(call, KEEPER, request, (error) => refusalOf(error) ?? workbookError('WORKBOOK_FAILED'));
    const { blocks, ...rest } = page.parse(Object.values(data)[0]);
    return { ...rest, blocks: blocks.map((text) => block.parse(JSON.parse(text))) };
  },
});
