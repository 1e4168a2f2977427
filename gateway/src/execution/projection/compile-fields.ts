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
import { type FieldFault, fieldFault } from '../errors/execution-errors';
import { type DataObject, isObject } from '../json-data';
import { type CollectedFields, collectFields, type FieldsType } from './collect-fields';
import { compileLeaf } from './leaf';
import { NULL, type ProjectionState, type Write } from './projection.type';
import type { ProjectionSource } from './projection-source';

export interface FieldWriter {
  /** The client's response key. */
  readonly key: string;
  readonly dataKey: string;
  readonly write: Write;
}

type NullableOutputType = GraphQLCompositeType | GraphQLLeafType | GraphQLList<GraphQLOutputType>;

/** Compiles the writers of the fields selected on one type. */
export function compileFields(source: ProjectionSource, type: FieldsType, fields: CollectedFields): FieldWriter[] {
  return [...fields].flatMap(([key, nodes]) => {
    const [node] = nodes;
    if (!node) return [];
    const name = node.name.value;
    if (name === '__typename') return [{ key, dataKey: name, write: compileTypename(type) }];
    const field = type.getFields()[name];
    if (!field) return [{ key, dataKey: key, write: writeWhole }];
    return [{ key, dataKey: source.keys.of(node), write: compileOutput(source, field.type, nodes) }];
  });
}

/** `__schema` and `__type`, which no type declares: their values were completed when they were made. */
const writeWhole: Write = (value) => JSON.stringify(value ?? null);

function compileTypename(type: FieldsType): Write {
  const text = JSON.stringify(type.name);
  if (isObjectType(type)) return () => text;
  return (_, state, depth) => {
    fail(state, depth, 'UNKNOWN_OBJECT_TYPE');
    return undefined;
  };
}

function compileOutput(source: ProjectionSource, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  const write = compileNullable(source, getNullableType(type), nodes);
  return isNonNullType(type) ? nonNull(write) : write;
}

function nonNull(write: Write): Write {
  return (value, state, depth) => {
    const text = write(value, state, depth);
    if (text !== NULL) return text;
    if (!state.errors.explain(state.path.slice(0, depth))) fail(state, depth, 'NULL_IN_NON_NULL_FIELD');
    return undefined;
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
    if (value === undefined || value === null) return NULL;
    return write(value) ?? fail(state, depth, 'INVALID_FIELD_VALUE');
  };
}

function listOf(write: Write): Write {
  return (value, state, depth) => {
    if (value === undefined || value === null) return NULL;
    if (!Array.isArray(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    let text = '';
    for (let index = 0; index < value.length; index += 1) {
      state.path[depth] = index;
      const item = write(value[index], state, depth + 1);
      if (item === undefined) return NULL;
      text += index === 0 ? item : `,${item}`;
    }
    return `[${text}]`;
  };
}

/** A value of an object type, or of an abstract type whose object type is known from its `__typename`. */
function compileComposite(source: ProjectionSource, type: GraphQLCompositeType, nodes: readonly FieldNode[]): Write {
  const writerOf = isObjectType(type) ? always(compileObject(source, type, nodes)) : byRuntimeType(source, type, nodes);
  return (value, state, depth) => {
    if (value === undefined || value === null) return NULL;
    if (!isObject(value)) return fail(state, depth, 'INVALID_FIELD_VALUE');
    const write = writerOf(value);
    return write ? write(value, state, depth) : fail(state, depth, 'UNKNOWN_OBJECT_TYPE');
  };
}

type WriteObject = (object: DataObject, state: ProjectionState, depth: number) => string;

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
  const fields = compileFields(source, type, collectFields(source.selections, type, selectionSets));
  const prefixed = fields.map((field, index) => ({
    ...field,
    prefix: `${index === 0 ? '{' : ','}${JSON.stringify(field.key)}:`,
  }));
  return (object, state, depth) => {
    let text = '';
    for (const field of prefixed) {
      state.path[depth] = field.key;
      const value = field.write(object[field.dataKey], state, depth + 1);
      if (value === undefined) return NULL;
      text += field.prefix + value;
    }
    return text === '' ? '{}' : `${text}}`;
  };
}

/** Reports what is wrong with the value at this depth and nulls it. */
function fail(state: ProjectionState, depth: number, fault: FieldFault): string {
  state.errors.add(fieldFault(fault, state.path.slice(0, depth)));
  return NULL;
}
