import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

interface Explained {
  readonly rows: readonly { readonly 'QUERY PLAN': string }[];
}

const linesOf = ({ rows }: Explained): string => rows.map((row) => row['QUERY PLAN']).join('\n');

interface Statement {
  readonly text: string;
  readonly values?: unknown[];
}

/**
 * Plans of the statements that read while something runs: in the same transaction, under the same role and scope, with the
 * same values. Tables of tests are small, so scans and sorts are made dear: what an index can do is done by it.
 */
export async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
  const prototype = Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const plans: string[] = [];
  prototype.query = async function explained(...given) {
    const statement = statementOf(given);
    if (/^\s*(select|with)/i.test(statement.text) && !statement.text.includes('set_config')) {
      await query.call(
        this,
        `select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`,
      );
      const plan = query.call(this, { ...statement, text: `explain (costs off) ${statement.text}` });
      plans.push(linesOf((await plan) as Explained));
    }
    return query.apply(this, given);
  };
  try {
    await run();
  } finally {
    prototype.query = query;
  }
  return plans;
}

function statementOf([first, values]: unknown[]): Statement {
  return typeof first === 'string'
    ? { text: first, values: Array.isArray(values) ? values : [] }
    : (first as Statement);
}
