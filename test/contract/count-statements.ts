import { Client } from 'pg';

/** Statements the subgraphs send while something runs, without those that open and close the transaction. */
export async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await run();
    const texts: string[] = query.mock.calls.map(([given]: unknown[]) =>
      typeof given === 'string' ? given : (given as { text: string }).text,
    );
    return texts.filter((text) => !/^\s*(start|begin|set|commit|rollback|select set_config)/i.test(text));
  } finally {
    query.mockRestore();
  }
}
