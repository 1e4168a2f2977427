import { type GraphQLLeafType, type GraphQLOutputType, isNonNullType } from 'graphql';
import type { Denial } from '../../security/authorization';
import { type FieldFault, fieldFault } from '../errors/execution-errors';
import { type DataObject, isObject } from '../json-data';
import { keptBytes } from '../kept-bytes';
import type { Shape } from '../verbatim/shape.type';
import { Verbatim } from '../verbatim/verbatim';
import { compileLeaf } from './leaf';
import { NULL, type ProjectionState, type Write, type WriteObject, type Written } from './projection.type';

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

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
  const text = keptBytes(JSON.stringify(name));
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
function passOn(
  value: Verbatim,
  shape: Shape | undefined,
  write: Write,
  state: ProjectionState,
  depth: number,
): Written {
  if (value.shape !== shape) return write(value.open(), state, depth);
  state.out.copy(value.bytes, value.start, value.end);
  return 'value';
}

export function nonNull(write: Write): Write {
  return (value, state, depth) => {
    if (write(value, state, depth) === 'value') return 'value';
    if (!state.errors.explain(state.path.slice(0, depth))) report(state, depth, 'NULL_IN_NON_NULL_FIELD');
    return 'forbidden';
  };
}

export function leaf(type: GraphQLLeafType, shape: Shape): Write {
  const writeLeaf = compileLeaf(type);
  const write: Write = (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    if (value instanceof Verbatim) return passOn(value, shape, write, state, depth);
    return writeLeaf(value, state.out) ? 'value' : fail(state, depth, 'INVALID_FIELD_VALUE');
  };
  return write;
}

export function listOf(writeItem: Write, shape: Shape | undefined): Write {
  const write: Write = (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    if (value instanceof Verbatim) return passOn(value, shape, write, state, depth);
    if (!Array.isArray(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    const { out } = state;
    const start = out.position;
    out.byte(OPEN_LIST);
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) out.byte(COMMA);
      state.path[depth] = index;
      if (writeItem(value[index], state, depth + 1) === 'forbidden') return takeBack(state, start);
    }
    out.byte(CLOSE_LIST);
    return 'value';
  };
  return write;
}

export function object(writeFields: WriteObject, shape: Shape | undefined): Write {
  const write: Write = (value, state, depth) => {
    if (isObject(value)) return writeFields(value, state, depth);
    if (value === undefined || value === null) return writeNull(state);
    if (value instanceof Verbatim) return passOn(value, shape, write, state, depth);
    return fail(state, depth, 'INVALID_FIELD_VALUE');
  };
  return write;
}

/** Of an abstract type. */
export function objectOfSomeType(writerOf: (object: DataObject) => WriteObject | undefined): Write {
  return (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    if (!isObject(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    const write = writerOf(value);
    return write ? write(value, state, depth) : fail(state, depth, 'UNKNOWN_OBJECT_TYPE');
  };
}

function writeNull({ out }: ProjectionState): Written {
  out.raw(NULL);
  return 'null';
}

/** Null in the place of what was written since then. */
export function takeBack(state: ProjectionState, start: number): Written {
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
