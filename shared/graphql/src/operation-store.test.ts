import { buildSchema } from 'graphql';

import { OperationStore } from './operation-store';

const store = new OperationStore(buildSchema('type Query { a: Int b: Int }'));
const TEXT = 'query A { a } query B { b }';

async function answered(operationName: string): Promise<string[]> {
  const prepared = store.prepare(TEXT, operationName);
  if (!prepared.valid || prepared.decision.kind !== 'compiled') throw new Error(`${operationName} is not compiled`);
  const { data } = await prepared.decision.query.execute({}, {});
  return Object.keys(data ?? {});
}

test('each operation of a document is remembered by its name', async () => {
  expect([await answered('A'), await answered('B'), await answered('A')]).toEqual([['a'], ['b'], ['a']]);
  const decisionOf = (name: string) => {
    const prepared = store.prepare(TEXT, name);
    return prepared.valid ? prepared.decision : null;
  };
  expect(decisionOf('A')).toBe(decisionOf('A'));
  // Names of operations that are not there are without number: none of them is kept.
  expect(decisionOf('C')).not.toBe(decisionOf('C'));
});
