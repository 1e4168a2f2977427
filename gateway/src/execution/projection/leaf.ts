import { type GraphQLLeafType, isEnumType } from 'graphql';
import { quote } from './quote';

/** JSON text of a leaf; undefined when the value is none of its type. */
type WriteLeaf = (value: unknown) => string | undefined;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const BUILT_IN: Readonly<Record<string, WriteLeaf>> = {
  Int: (value) => (Number.isInteger(value) && inIntRange(value as number) ? String(value) : undefined),
  Float: (value) => (Number.isFinite(value) ? String(value) : undefined),
  String: (value) => (typeof value === 'string' ? quote(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  ID: (value) => (typeof value === 'string' || Number.isInteger(value) ? quote(String(value)) : undefined),
};

function inIntRange(value: number): boolean {
  return value >= MIN_INT && value <= MAX_INT;
}

/** Custom scalars pass as they are: what they mean is known to the subgraph only. */
const writeAnything: WriteLeaf = (value) => JSON.stringify(value);

export function compileLeaf(type: GraphQLLeafType): WriteLeaf {
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? writeAnything;
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
  return (value) => texts.get(value);
}
