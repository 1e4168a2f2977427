import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type DataObject, isObject } from '../json-data';
import { type CollectedFields, collectFields, type FieldsType } from '../projection/collect-fields';
import type { ProjectionSource } from '../projection/projection-source';
import type { ErrorPath } from './response-error';

/** Where a walk along a path stands: a value, the type it should have and the fields selected on it. */
interface Position {
  readonly value: unknown;
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
}

/** Finds for a place in the fetched data the path the client knows it by. */
export class ClientPaths {
  readonly #collected = new WeakMap<readonly FieldNode[], Map<FieldsType, CollectedFields>>();

  constructor(
    private readonly source: ProjectionSource,
    private readonly rootType: GraphQLObjectType,
    private readonly rootFields: CollectedFields,
  ) {}

  /** The path ends before a field that the client did not select at this place: it was fetched for a join. */
  find(data: DataObject, dataPath: ErrorPath): ErrorPath {
    const found: (string | number)[] = [];
    let position: Position | undefined;
    for (const segment of dataPath) {
      if (typeof segment === 'number') {
        position = position && { ...position, value: (position.value as unknown[] | undefined)?.[segment] };
        found.push(segment);
        continue;
      }
      const next = position
        ? this.#below(position, segment)
        : this.#select(this.rootFields, this.rootType, data, segment);
      if (!next) break;
      found.push(next.key);
      position = next.position;
    }
    return found;
  }

  #below({ value, type, nodes }: Position, dataKey: string) {
    if (!isCompositeType(type)) return undefined;
    for (const candidate of this.#typesOf(value, type)) {
      const next = this.#select(this.#fields(candidate, nodes), candidate, value, dataKey);
      if (next) return next;
    }
    return undefined;
  }

  #select(fields: CollectedFields, type: FieldsType, value: unknown, dataKey: string) {
    for (const [key, nodes] of fields) {
      const [node] = nodes;
      const field = node && type.getFields()[node.name.value];
      if (!field || this.source.keys.of(node) !== dataKey) continue;
      const below = isObject(value) ? value[dataKey] : undefined;
      return { key, position: { value: below, type: getNamedType(field.type), nodes } };
    }
    return undefined;
  }

  /** The object's type; where the object is null, whichever it might have had. */
  #typesOf(value: unknown, type: GraphQLCompositeType): readonly FieldsType[] {
    if (isObjectType(type)) return [type];
    const { schema } = this.source.selections;
    const runtimeType = isObject(value) ? schema.getType(String(value.__typename)) : undefined;
    if (isObjectType(runtimeType)) return [runtimeType];
    return isUnionType(type) ? type.getTypes() : [type, ...schema.getPossibleTypes(type)];
  }

  #fields(type: FieldsType, nodes: readonly FieldNode[]): CollectedFields {
    const byType = this.#collected.get(nodes) ?? new Map<FieldsType, CollectedFields>();
    this.#collected.set(nodes, byType);
    const known = byType.get(type);
    if (known) return known;
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const fields = collectFields(this.source.selections, type, selectionSets);
    byType.set(type, fields);
    return fields;
  }
}
