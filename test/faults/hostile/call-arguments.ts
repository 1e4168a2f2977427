import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

import { type Drawn, hostile, listOf, objectOf, plausible } from './drawn';
import { hostileLeaf, hostileList, hostileObject } from './hostile-values';
import { plausibleLeaf } from './plausible-values';
import type { RealIds } from './real-ids';

/** How often, of a hundred fields, one is hostile. */
type Percent = number;

const OMITTED = plausible(fc.constant(undefined));

/**
 * Arguments for a field of the graph: some wrong in one place or two, so that they come far before they are refused, some
 * wrong in most places, and a few that are right, so that the world goes on and there is something to collide with.
 */
export function callArguments(args: readonly GraphQLArgument[], real: RealIds): fc.Arbitrary<Drawn> {
  const wrong = (percent: Percent) => fieldsOf(args, real, percent).filter((drawn) => drawn.hostile);
  if (args.length === 0) return fieldsOf(args, real, 0);
  return fc.oneof(
    { weight: 1, arbitrary: fieldsOf(args, real, 3) },
    { weight: 5, arbitrary: wrong(12) },
    { weight: 4, arbitrary: wrong(50) },
  );
}

/** Arguments in which nothing is wrong but whose they are. */
export function plausibleArguments(
  args: readonly GraphQLArgument[],
  real: RealIds,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fieldsOf(args, real, 0).map(({ value }) => value as Readonly<Record<string, unknown>>);
}

type Field = GraphQLArgument | GraphQLInputField;

function fieldsOf(fields: readonly Field[], real: RealIds, percent: Percent): fc.Arbitrary<Drawn> {
  return objectOf(Object.fromEntries(fields.map((field) => [field.name, orOmitted(field, real, percent)])));
}

function orOmitted({ name, type }: Field, real: RealIds, percent: Percent): fc.Arbitrary<Drawn> {
  if (isNonNullType(type)) return someOf(name, type.ofType, real, percent);
  return fc.oneof({ weight: 2, arbitrary: OMITTED }, { weight: 3, arbitrary: someOf(name, type, real, percent) });
}

function someOf(name: string, type: GraphQLInputType, real: RealIds, percent: Percent): fc.Arbitrary<Drawn> {
  if (isNonNullType(type)) return someOf(name, type.ofType, real, percent);
  const mixed = (good: fc.Arbitrary<Drawn>, bad: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 100 - percent, arbitrary: good }, { weight: percent, arbitrary: hostile(bad) });
  if (isListType(type)) {
    const items = someOf(name, type.ofType, real, percent);
    return mixed(listOf(items), hostileList(items.map(({ value }) => value)));
  }
  if (isInputObjectType(type)) {
    const wrongAsAWhole = Math.ceil(percent / 10);
    return fc.oneof(
      { weight: 100 - wrongAsAWhole, arbitrary: fieldsOf(Object.values(type.getFields()), real, percent) },
      { weight: wrongAsAWhole, arbitrary: hostile(hostileObject) },
    );
  }
  return mixed(plausible(plausibleLeaf(name, type, real)), hostileLeaf(type.name, real));
}
