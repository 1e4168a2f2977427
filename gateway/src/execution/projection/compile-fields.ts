import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { DataObject } from '../json-data';
import type { Place, Shape } from '../verbatim/shape.type';
import { type CollectedFields, collectFields, type FieldsType, type NullableOutputType } from './collect-fields';
import { plainOf } from './leaf';
import { type FieldWriter, objectWriter } from './object-writer';
import type { Write, WriteObject } from './projection.type';
import type { ProjectionSource } from './projection-source';
import {
  denied,
  leaf,
  listOf,
  nonNull,
  object,
  objectOfSomeType,
  typename,
  unknownTypename,
  writeWhole,
} from './write-values';

interface Compiled {
  readonly write: Write;
  /** None where what is written does not follow from one subgraph's bytes. */
  readonly place?: Place;
}

/** What is written of a value that is there; the shape as above. */
interface Shaped<W> {
  readonly write: W;
  readonly shape?: Shape;
}

type CompiledField = FieldWriter & Compiled;

/** Compiles the writers of the fields selected on one type. */
function compileFields(source: ProjectionSource, type: FieldsType, fields: CollectedFields): CompiledField[] {
  return [...fields].flatMap(([key, nodes]) => {
    const [node] = nodes;
    if (!node) return [];
    const name = node.name.value;
    if (name === '__typename') return [{ key, dataKey: name, ...compileTypename(source, type) }];
    const field = type.getFields()[name];
    if (!field) return [{ key, dataKey: key, write: writeWhole }];
    const denial = nodes.map((selected) => source.denied.get(selected)).find(Boolean);
    if (denial) return [{ key, dataKey: key, write: denied(denial, field.type) }];
    const dataKey = source.keys.of(node);
    const { write, place } = compileOutput(source, field.type, nodes);
    return [{ key, dataKey, write, plain: plainOf(field.type), place: key === dataKey ? place : undefined }];
  });
}

function compileTypename({ shapes }: ProjectionSource, type: FieldsType): Compiled {
  if (!isObjectType(type)) return { write: unknownTypename };
  return { write: typename(type.name), place: { shape: shapes.typename(type.name), nullable: false } };
}

function compileOutput(source: ProjectionSource, type: GraphQLOutputType, nodes: readonly FieldNode[]): Compiled {
  const { write, shape } = compileNullable(source, getNullableType(type), nodes);
  const nullable = !isNonNullType(type);
  if (shape) source.shapes.want(shape);
  return { write: nullable ? write : nonNull(write), place: shape && { shape, nullable } };
}

function compileNullable(
  source: ProjectionSource,
  type: NullableOutputType,
  nodes: readonly FieldNode[],
): Shaped<Write> {
  const { shapes } = source;
  if (isListType(type)) {
    const item = compileOutput(source, type.ofType, nodes);
    const shape = item.place && shapes.list(item.place);
    return { write: listOf(item.write, shape), shape };
  }
  if (!isLeafType(type)) return compileComposite(source, type, nodes);
  const shape = shapes.leaf(type);
  return { write: leaf(type, shape), shape };
}

/** A value of an object type, or of an abstract type whose object type is known from its `__typename`. */
function compileComposite(
  source: ProjectionSource,
  type: GraphQLCompositeType,
  nodes: readonly FieldNode[],
): Shaped<Write> {
  if (!isObjectType(type)) return { write: objectOfSomeType(byRuntimeType(source, type, nodes)) };
  const { write, shape } = compileObject(source, type, nodes);
  return { write: object(write, shape), shape };
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
      return isUnionType(type) ? undefined : compileObject(source, type as GraphQLInterfaceType, nodes).write;
    }
    const runtimeType = schema.getType(String(typeName));
    const isPossible = isObjectType(runtimeType) && schema.isSubType(type as GraphQLInterfaceType, runtimeType);
    return isPossible ? compileObject(source, runtimeType, nodes).write : undefined;
  };
  return (object) => {
    const typeName = object.__typename;
    if (!writers.has(typeName)) writers.set(typeName, compile(typeName));
    return writers.get(typeName);
  };
}

function compileObject(source: ProjectionSource, type: FieldsType, nodes: readonly FieldNode[]): Shaped<WriteObject> {
  const selectionSets = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const fields = compileFields(source, type, collectFields(source.selections, type, selectionSets));
  return { write: objectWriter(fields), shape: isObjectType(type) ? source.shapes.object(fields) : undefined };
}

/** Compiles the writer of an object with the fields selected on its type. */
export function compileSelection(source: ProjectionSource, type: FieldsType, fields: CollectedFields): WriteObject {
  return objectWriter(compileFields(source, type, fields));
}
