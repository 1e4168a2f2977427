import { type GraphQLLeafType, type GraphQLOutputType, getNullableType, isEnumType, isScalarType } from 'graphql';
import { keptBytes } from '../kept-bytes';
import type { JsonWriter } from './json-writer';

/** Writes a leaf; false, and nothing written, when the value is none of its type. */
type WriteLeaf = (value: unknown, out: JsonWriter) => boolean;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);
export const TRUE = keptBytes('true');
export const FALSE = keptBytes('false');

const BUILT_IN: Readonly<Record<string, WriteLeaf>> = {
  Int(value, out) {
    if (!Number.isInteger(value) || !inIntRange(value as number)) return false;
    out.integer(value as number);
    return true;
  },
  Float(value, out) {
    if (!Number.isFinite(value)) return false;
    out.number(value as number);
    return true;
  },
  String(value, out) {
    if (typeof value !== 'string') return false;
    out.string(value);
    return true;
  },
  Boolean(value, out) {
    if (typeof value !== 'boolean') return false;
    out.raw(value ? TRUE : FALSE);
    return true;
  },
  ID(value, out) {
    if (typeof value !== 'string' && !Number.isInteger(value)) return false;
    out.string(String(value));
    return true;
  },
};

function inIntRange(value: number): boolean {
  return value >= MIN_INT && value <= MAX_INT;
}

/** Custom scalars pass as they are: what they mean is known to the subgraph only. */
const writeAnything: WriteLeaf = (value, out) => {
  if (typeof value === 'string') out.string(value);
  else out.json(JSON.stringify(value));
  return true;
};

export function compileLeaf(type: GraphQLLeafType): WriteLeaf {
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? writeAnything;
  const names = new Map<unknown, Uint8Array>(type.getValues().map(({ name }) => [name, keptBytes(`"${name}"`)]));
  return (value, out) => {
    const name = names.get(value);
    if (name === undefined) return false;
    out.raw(name);
    return true;
  };
}

/** A value that is of its type whenever it is of that kind. */
export type Plain = 'string' | 'boolean' | 'integer' | 'number';

const PLAIN: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['String', 'string'],
  ['ID', 'string'],
  ['Boolean', 'boolean'],
  ['Int', 'integer'],
  ['Float', 'number'],
]);

export function plainOf(type: GraphQLOutputType): Plain | undefined {
  const nullable = getNullableType(type);
  return isScalarType(nullable) ? PLAIN.get(nullable.name) : undefined;
}
