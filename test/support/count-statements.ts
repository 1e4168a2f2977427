import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

/** Statements the subgraphs send while something runs, without those that open and close the transaction. */
export async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const prototype = Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const texts: string[] = [];
  prototype.query = function noted(...given) {
    const [first] = given;
    texts.push(typeof first === 'string' ? first : (first as { text: string }).text);
    return query.apply(this, given);
  };
  try {
    await run();
  } finally {
    prototype.query = query;
  }
  return texts.filter((text) => !/^\s*(start|begin|set|commit|rollback|select set_config)/i.test(text));
}
