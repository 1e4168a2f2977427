import { expectSameAsReference } from './testing/same-as-reference';

const RUNS = 5000;

test(`${RUNS} random queries give the same compiled as with graphql-js`, async () => {
  const { compiled, withErrors } = await expectSameAsReference(RUNS);
  expect(compiled).toBeGreaterThan(RUNS / 2);
  expect(withErrors).toBeGreaterThan(RUNS / 8);
}, 900_000);
