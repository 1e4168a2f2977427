import { expectSameAsOneGraph } from './testing/differential';

it(
  'answers six thousand random operations as one graph would, with nulls and errors anywhere',
  () => expectSameAsOneGraph(6_000),
  15 * 60_000,
);
