import { buildSchema, parse } from 'graphql';

import { readCosts } from '../security/cost';
import { dearestCost } from './dearest-cost';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  type Query {
    units(first: Int, nature: String): Page @listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["nodes"])
    figure: Int @cost(weight: 7)
  }
  type Page { nodes: [Unit!]! }
  type Unit { id: ID name: String }
`;

test.each([
  ['what the text says', '{ units(first: 3) { nodes { id } } }', 1 + 3],
  ['the usual page', '{ units { nodes { id } } }', 1 + 50],
  ['the largest page, when a variable says it', 'query ($n: Int = 3) { units(first: $n) { nodes { id } } }', 1 + 1000],
  ['no page for another variable', 'query ($x: String) { units(nature: $x) { nodes { id } } }', 1 + 50],
  [
    'all that a condition may let in',
    'query ($a: Boolean!) { figure @skip(if: $a) ...F @include(if: $a) } fragment F on Query { more: figure }',
    7 + 7,
  ],
])('a document costs %s', (_, text, cost) => {
  expect(dearestCost(buildSchema(SDL), readCosts(parse(SDL)), parse(text))).toBe(cost);
});
