import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { ReadData } from '../../context';
import { type Fragments, fragmentsOf, operationsOf } from '../operation/definitions';
import type { NullableOutputType } from '../projection/collect-fields';
import { anything, constant, listOf, objectOf, orNull, type Read, readingOf, verbatim } from './read-data';
import type { Place } from './shape.type';
import type { Shapes } from './shapes';

export interface ReaderSource {
  /** What clients are shown: values that it has no type for are read as any. */
  readonly schema: GraphQLSchema;
  readonly shapes: Shapes;
}

interface Source extends ReaderSource {
  readonly fragments: Fragments;
}

interface Compiled {
  readonly read: Read;
  /** None where the bytes do not follow from the selection. */
  readonly place?: Place;
}

const ANYTHING: Compiled = { read: anything };
const ENTITIES = '_entities';

/**
 * Reads the answers to one operation of a subgraph. Compiled when the first one comes, since only then is it known what
 * the client wants, and again when more of that is known.
 */
export function answerReader(operation: string, source: ReaderSource): ReadData {
  let compiledFor = -1;
  let read: ReadData = () => undefined;
  return (bytes) => {
    if (compiledFor !== source.shapes.wantedCount) {
      read = compileReader(operation, source);
      compiledFor = source.shapes.wantedCount;
    }
    return read(bytes);
  };
}

function compileReader(text: string, { schema, shapes }: ReaderSource): ReadData {
  const document = parse(text, { noLocation: true });
  const [operation] = operationsOf(document);
  const rootType = operation && schema.getRootType(operation.operation);
  const source = { schema, shapes, fragments: fragmentsOf(document) };
  const root = rootType && compileObject(rootType, operation.selectionSet, source);
  return root ? readingOf(root.read) : () => undefined;
}

/** Undefined: in which order its fields stand, and which of them, follows from more than its type. */
function compileObject(type: GraphQLObjectType, set: SelectionSetNode, source: Source): Compiled | undefined {
  const nodes = fieldsOf(type, set, source);
  if (!nodes) return undefined;
  const fields = nodes.map((node) => ({ key: keyOf(node), ...compileField(type, node, source) }));
  const shape = source.shapes.object(fields);
  return { read: objectOf(fields), place: shape && { shape, nullable: true } };
}

function compileField(parent: GraphQLObjectType, node: FieldNode, source: Source): Compiled {
  const name = node.name.value;
  if (name === '__typename') {
    return { read: constant(parent.name), place: { shape: source.shapes.typename(parent.name), nullable: false } };
  }
  if (name === ENTITIES) return compileEntities(node, source);
  const field = parent.getFields()[name];
  return field ? compileValue(field.type, node, source) : ANYTHING;
}

/** Entities of one type; which fields others have is seen by their type only. */
function compileEntities({ selectionSet }: FieldNode, source: Source): Compiled {
  const conditions = (selectionSet?.selections ?? []).flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT ? (selection.typeCondition?.name.value ?? []) : [],
  );
  const [name] = conditions;
  const type = name === undefined ? undefined : source.schema.getType(name);
  if (!selectionSet || conditions.length !== 1 || !isObjectType(type)) return ANYTHING;
  const entity = compileObject(type, selectionSet, source);
  return entity ? { read: listOf(orNull(entity.read)) } : ANYTHING;
}

function compileValue(type: GraphQLOutputType, node: FieldNode, source: Source): Compiled {
  const { read, place } = compileNullable(getNullableType(type), node, source);
  if (!place) return { read: orNull(read) };
  const { shape } = place;
  return {
    read: orNull(source.shapes.isWanted(shape) ? verbatim(shape) : read),
    place: { shape, nullable: !isNonNullType(type) },
  };
}

function compileNullable(type: NullableOutputType, node: FieldNode, source: Source): Compiled {
  const { shapes } = source;
  if (isListType(type)) {
    const item = compileValue(type.ofType, node, source);
    const read = listOf(item.read);
    return item.place ? { read, place: { shape: shapes.list(item.place), nullable: true } } : { read };
  }
  if (isLeafType(type)) return { read: anything, place: { shape: shapes.leaf(type), nullable: true } };
  if (!isObjectType(type) || !node.selectionSet) return ANYTHING;
  return compileObject(type, node.selectionSet, source) ?? ANYTHING;
}

/** In the order of the answer; undefined where that is not fixed by the selection alone. */
function fieldsOf(type: GraphQLObjectType, set: SelectionSetNode, source: Source): FieldNode[] | undefined {
  const fields: FieldNode[] = [];
  for (const selection of set.selections) {
    if (selection.directives?.length) return undefined;
    if (selection.kind === Kind.FIELD) {
      fields.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? source.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    const inner = fragment && condition === type.name ? fieldsOf(type, fragment.selectionSet, source) : undefined;
    if (!inner) return undefined;
    fields.push(...inner);
  }
  const keys = new Set(fields.map(keyOf));
  // Merged with one another, or a name of JavaScript's own.
  return keys.size === fields.length && !keys.has('__proto__') ? fields : undefined;
}

function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
