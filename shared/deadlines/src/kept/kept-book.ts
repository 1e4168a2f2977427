import type { ReadTransaction } from '@hub/persistence';

import { type DeadlineBook, type DeadlineKey, deadlineName, keyColumns, type Matter } from '../book';
import { keptTerms } from '../recount/kept-terms';
import { MATTER } from './kept-rows';

/** The book of a subgraph whose deadlines are rows of their own: each says itself what it is about. */
export function keptBook(schema: string, obligations: DeadlineBook['obligations']): DeadlineBook {
  return {
    schema,
    obligations,
    describe: (tx, deadlines) => mattersOf(tx, schema, deadlines),
    terms: keptTerms(schema),
  };
}

async function mattersOf(
  tx: ReadTransaction,
  schema: string,
  keys: readonly DeadlineKey[],
): Promise<(Matter | null)[]> {
  const rows = await tx.query<DeadlineKey & { readonly matter: Matter }>(
    `select k.subject_id as "subjectId", k.part_id as "partId", k.obligation, ${MATTER} as matter
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as n(subject_id, part_id, obligation)
     join ${schema}.kept_deadline k on k.committee_id = $1
       and (k.subject_id, k.part_id, k.obligation) = (n.subject_id, n.part_id, n.obligation)`,
    [tx.committeeId, ...keyColumns(keys)],
  );
  const found = new Map(rows.map((row) => [deadlineName(row), row.matter]));
  return keys.map((key) => found.get(deadlineName(key)) ?? null);
}
