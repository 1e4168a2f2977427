import { expectSameAsOneGraph } from './testing/differential';

it('answers random operations as one graph would, with nulls and errors anywhere', () => expectSameAsOneGraph(300));
