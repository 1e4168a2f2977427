import { type GraphQLLeafType, type GraphQLOutputType, isNonNullType } from 'graphql';
import type { Denial } from '../../security/authorization';
import { type FieldFault, fieldFault } from '../errors/execution-errors';
import { type DataObject, isObject } from '../json-data';
import { prefixOf } from '../verbatim/prefix';
import type { Shape } from '../verbatim/shape.type';
import { Verbatim } from '../verbatim/verbatim';
import { compileLeaf } from './leaf';
import { NULL, type ProjectionState, type Write, type Written } from './projection.type';

export type WriteObject = (object: DataObject, state: ProjectionState, depth: number) => Written;

export interface FieldWriter {
  /** The client's response key. */
  readonly key: string;
  readonly dataKey: string;
  readonly write: Write;
}

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** `__schema` and `__type`, which no type declares: their values were completed when they were made. */
export const writeWhole: Write = (value, { out }) => {
  out.json(JSON.stringify(value ?? null));
  return 'value';
};

/** Nobody looked: the field is null, and its parent where the type forbids that. */
export function denied(denial: Denial, type: GraphQLOutputType): Write {
  return (_, state, depth) => {
    state.errors.add({ ...denial, path: state.path.slice(0, depth) });
    if (isNonNullType(type)) return 'forbidden';
    state.out.raw(NULL);
    return 'null';
  };
}

/** The name of an object's type is known beforehand; an object of which only an interface is known has none to tell. */
export function typename(name: string): Write {
  const text = Buffer.from(JSON.stringify(name));
  return (_, { out }) => {
    out.raw(text);
    return 'value';
  };
}

export const unknownTypename: Write = (_, state, depth) => {
  report(state, depth, 'UNKNOWN_OBJECT_TYPE');
  return 'forbidden';
};

/** Bytes of a subgraph that are the client's to the last one are passed on; others are looked into. */
export function orVerbatim(write: Write, shape: Shape | undefined): Write {
  return (value, state, depth) => {
    if (!(value instanceof Verbatim)) return write(value, state, depth);
    if (value.shape !== shape) return write(value.open(), state, depth);
    state.out.copy(value.bytes, value.start, value.end);
    return 'value';
  };
}

export function nonNull(write: Write): Write {
  return (value, state, depth) => {
    if (write(value, state, depth) === 'value') return 'value';
    if (!state.errors.explain(state.path.slice(0, depth))) report(state, depth, 'NULL_IN_NON_NULL_FIELD');
    return 'forbidden';
  };
}

export function leaf(type: GraphQLLeafType): Write {
  const write = compileLeaf(type);
  return (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    return write(value, state.out) ? 'value' : fail(state, depth, 'INVALID_FIELD_VALUE');
  };
}

export function listOf(write: Write): Write {
  return (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    if (!Array.isArray(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    const { out } = state;
    const start = out.position;
    out.byte(OPEN_LIST);
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) out.byte(COMMA);
      state.path[depth] = index;
      if (write(value[index], state, depth + 1) === 'forbidden') return takeBack(state, start);
    }
    out.byte(CLOSE_LIST);
    return 'value';
  };
}

export function composite(writerOf: (object: DataObject) => WriteObject | undefined): Write {
  return (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    if (!isObject(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    const write = writerOf(value);
    return write ? write(value, state, depth) : fail(state, depth, 'UNKNOWN_OBJECT_TYPE');
  };
}

export function objectOf(fields: readonly FieldWriter[]): WriteObject {
  const prefixed = fields.map((field, index) => ({ ...field, prefix: prefixOf(field.key, index) }));
  return (object, state, depth) => {
    const { out } = state;
    const start = out.position;
    for (const field of prefixed) {
      out.raw(field.prefix);
      state.path[depth] = field.key;
      if (field.write(object[field.dataKey], state, depth + 1) === 'forbidden') return takeBack(state, start);
    }
    if (prefixed.length === 0) out.byte(OPEN_OBJECT);
    out.byte(CLOSE_OBJECT);
    return 'value';
  };
}

function writeNull({ out }: ProjectionState): Written {
  out.raw(NULL);
  return 'null';
}

/** Null in the place of what was written since then. */
function takeBack(state: ProjectionState, start: number): Written {
  state.out.rewind(start);
  return writeNull(state);
}

/** Reports what is wrong with the value at this depth and nulls it. */
function fail(state: ProjectionState, depth: number, fault: FieldFault): Written {
  report(state, depth, fault);
  return writeNull(state);
}

function report(state: ProjectionState, depth: number, fault: FieldFault): void {
  state.errors.add(fieldFault(fault, state.path.slice(0, depth)));
}
