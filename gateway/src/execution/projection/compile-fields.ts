import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Denial } from '../../security/authorization';
import { type FieldFault, fieldFault } from '../errors/execution-errors';
import { type DataObject, isObject } from '../json-data';
import { type CollectedFields, collectFields, type FieldsType } from './collect-fields';
import { compileLeaf } from './leaf';
import { NULL, type ProjectionState, type Write, type Written } from './projection.type';
import type { ProjectionSource } from './projection-source';

interface FieldWriter {
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

type NullableOutputType = GraphQLCompositeType | GraphQLLeafType | GraphQLList<GraphQLOutputType>;

/** Compiles the writers of the fields selected on one type. */
function compileFields(source: ProjectionSource, type: FieldsType, fields: CollectedFields): FieldWriter[] {
  return [...fields].flatMap(([key, nodes]) => {
    const [node] = nodes;
    if (!node) return [];
    const name = node.name.value;
    if (name === '__typename') return [{ key, dataKey: name, write: compileTypename(type) }];
    const field = type.getFields()[name];
    if (!field) return [{ key, dataKey: key, write: writeWhole }];
    const denial = nodes.map((selected) => source.denied.get(selected)).find(Boolean);
    if (denial) return [{ key, dataKey: key, write: compileDenial(denial, field.type) }];
    return [{ key, dataKey: source.keys.of(node), write: compileOutput(source, field.type, nodes) }];
  });
}

/** `__schema` and `__type`, which no type declares: their values were completed when they were made. */
const writeWhole: Write = (value, { out }) => {
  out.json(JSON.stringify(value ?? null));
  return 'value';
};

/** Nobody looked: the field is null, and its parent where the type forbids that. */
function compileDenial(denial: Denial, type: GraphQLOutputType): Write {
  return (_, state, depth) => {
    state.errors.add({ ...denial, path: state.path.slice(0, depth) });
    if (isNonNullType(type)) return 'forbidden';
    state.out.raw(NULL);
    return 'null';
  };
}

function compileTypename(type: FieldsType): Write {
  const text = Buffer.from(JSON.stringify(type.name));
  if (isObjectType(type)) {
    return (_, { out }) => {
      out.raw(text);
      return 'value';
    };
  }
  return (_, state, depth) => {
    report(state, depth, 'UNKNOWN_OBJECT_TYPE');
    return 'forbidden';
  };
}

function compileOutput(source: ProjectionSource, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  const write = compileNullable(source, getNullableType(type), nodes);
  return isNonNullType(type) ? nonNull(write) : write;
}

function nonNull(write: Write): Write {
  return (value, state, depth) => {
    if (write(value, state, depth) === 'value') return 'value';
    if (!state.errors.explain(state.path.slice(0, depth))) report(state, depth, 'NULL_IN_NON_NULL_FIELD');
    return 'forbidden';
  };
}

function compileNullable(source: ProjectionSource, type: NullableOutputType, nodes: readonly FieldNode[]): Write {
  if (isListType(type)) return listOf(compileOutput(source, type.ofType, nodes));
  if (isLeafType(type)) return leaf(type);
  return compileComposite(source, type, nodes);
}

function leaf(type: GraphQLLeafType): Write {
  const write = compileLeaf(type);
  return (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    return write(value, state.out) ? 'value' : fail(state, depth, 'INVALID_FIELD_VALUE');
  };
}

function listOf(write: Write): Write {
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

/** A value of an object type, or of an abstract type whose object type is known from its `__typename`. */
function compileComposite(source: ProjectionSource, type: GraphQLCompositeType, nodes: readonly FieldNode[]): Write {
  const writerOf = isObjectType(type) ? always(compileObject(source, type, nodes)) : byRuntimeType(source, type, nodes);
  return (value, state, depth) => {
    if (value === undefined || value === null) return writeNull(state);
    if (!isObject(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    const write = writerOf(value);
    return write ? write(value, state, depth) : fail(state, depth, 'UNKNOWN_OBJECT_TYPE');
  };
}

export type WriteObject = (object: DataObject, state: ProjectionState, depth: number) => Written;

function always(write: WriteObject): () => WriteObject {
  return () => write;
}

/**
 * Writers by runtime type, compiled when the first such object is met. Where no runtime type was needed none was
 * fetched, and an interface object knows the interface only: then the fields of the interface are written.
 */
function byRuntimeType(
  source: ProjectionSource,
  type: GraphQLCompositeType,
  nodes: readonly FieldNode[],
): (object: DataObject) => WriteObject | undefined {
  const { schema } = source.selections;
  const writers = new Map<unknown, WriteObject | undefined>();
  const compile = (typeName: unknown): WriteObject | undefined => {
    if (typeName === undefined || typeName === type.name) {
      return isUnionType(type) ? undefined : compileObject(source, type as GraphQLInterfaceType, nodes);
    }
    const runtimeType = schema.getType(String(typeName));
    const isPossible = isObjectType(runtimeType) && schema.isSubType(type as GraphQLInterfaceType, runtimeType);
    return isPossible ? compileObject(source, runtimeType, nodes) : undefined;
  };
  return (object) => {
    const typeName = object.__typename;
    if (!writers.has(typeName)) writers.set(typeName, compile(typeName));
    return writers.get(typeName);
  };
}

function compileObject(source: ProjectionSource, type: FieldsType, nodes: readonly FieldNode[]): WriteObject {
  const selectionSets = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  return compileSelection(source, type, collectFields(source.selections, type, selectionSets));
}

/** Compiles the writer of an object with the fields selected on its type. */
export function compileSelection(source: ProjectionSource, type: FieldsType, fields: CollectedFields): WriteObject {
  const prefixed = compileFields(source, type, fields).map((field, index) => ({
    ...field,
    prefix: Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(field.key)}:`),
  }));
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
