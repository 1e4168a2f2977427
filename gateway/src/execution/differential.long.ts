import { expectSameAsOneGraph } from './testing/differential';

it(
  'answers ten thousand random operations as one graph would, with nulls and errors anywhere',
  () => expectSameAsOneGraph(10_000),
  15 * 60_000,
);
