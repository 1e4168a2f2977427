import { type FieldNode, type GraphQLField, Kind } from 'graphql';

import type { ListSize } from './cost-table';
import type { CostTerm } from './cost-term';
import { greatest } from './cost-term';

/** Items of a list about which the graph says nothing. */
export const UNKNOWN_SIZE = 10;

/** How many items a field may bring: by its slicing arguments where they are given, by assumption otherwise. */
export function sizeOf(
  listSize: ListSize | undefined,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): CostTerm {
  if (!listSize) return UNKNOWN_SIZE;
  const assumed = listSize.assumedSize ?? UNKNOWN_SIZE;
  const slices = listSize.slicingArguments.map((name) => sliceOf(name, field, node)).filter((slice) => slice !== null);
  if (slices.length === 0) return assumed;
  const given = (slice: number | string, variables: Readonly<Record<string, unknown>>): number =>
    size(typeof slice === 'number' ? slice : variables[slice], assumed);
  return greatest(
    slices.map((slice) => (typeof slice === 'number' ? size(slice, assumed) : (variables) => given(slice, variables))),
  );
}

/** A number that stands in the document or is the default; the name of a variable; null when nothing is given. */
function sliceOf(name: string, field: GraphQLField<unknown, unknown>, node: FieldNode): number | string | null {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return value.name.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  const byDefault = field.args.find((argument) => argument.name === name)?.defaultValue;
  return typeof byDefault === 'number' ? byDefault : null;
}

const size = (given: unknown, assumed: number): number => (typeof given === 'number' ? Math.max(0, given) : assumed);
