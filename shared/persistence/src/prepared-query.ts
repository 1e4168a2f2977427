import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';

/**
 * A statement that every transaction sends: each connection plans it once. Where row security has a say, the name
 * carries the side: a plan belongs to the role it was made for.
 */
export async function preparedQuery<Row>(
  runner: QueryRunner,
  text: string,
  values: readonly unknown[],
  name: string,
): Promise<Row[]> {
  const client: PoolClient = await runner.connect();
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as Row[];
}
