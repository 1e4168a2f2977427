import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { EntityPlanner } from '../../supergraph';
import type { ProjectionSource } from '../projection/projection-source';

/** Fields of one entity that are planned apart from the operation they stand in. */
export interface Piece {
  readonly typeName: string;
  /** Where its objects stand in the data. */
  readonly path: readonly FlattenNodePathSegment[];
  readonly fields: FieldNode[];
}

/** What is left of a root field, and what was cut out of it. */
export interface CutField {
  readonly field: FieldNode;
  readonly pieces: readonly Piece[];
}

export interface Cutting {
  /** Levels below the field that stay uncut, for the planner can plan them. */
  readonly uncut: number;
  /** Each field in its own piece, for what they require is not to be mixed. */
  readonly eachApart: boolean;
}

/** Cuts fields with `@requires` out of a root field. In their place come the keys of their entity. */
export function cutPieces(
  field: FieldNode,
  type: GraphQLOutputType,
  source: ProjectionSource,
  entities: EntityPlanner,
  { uncut, eachApart }: Cutting,
): CutField {
  const pieces = new Map<string, Piece>();
  const { selections, keys } = source;

  const below = (node: FieldNode, output: GraphQLOutputType, path: Path, depth: number): FieldNode => {
    if (!node.selectionSet) return node;
    const items: Path = isListType(getNullableType(output)) ? ['@'] : [];
    const here: Path = [...path, { Field: keys.of(node) }, ...items];
    return { ...node, selectionSet: cut(node.selectionSet, getNamedType(output), here, depth + 1) };
  };

  const cut = (set: SelectionSetNode, parent: GraphQLNamedType, path: Path, depth: number): SelectionSetNode => {
    const kept = set.selections.flatMap((selection) => keep(selection, parent, path, depth));
    return { ...set, selections: kept };
  };

  const keep = (selection: SelectionNode, parent: GraphQLNamedType, path: Path, depth: number): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keepField(selection, parent, path, depth);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : selections.fragments[selection.name.value];
    if (!fragment) return [];
    const condition = fragment.typeCondition?.name.value;
    const narrowed = (condition && selections.schema.getType(condition)) || parent;
    const here: Path = narrowed === parent ? path : [...path, { TypeCondition: [narrowed.name] }];
    const { typeCondition } = fragment;
    return [
      { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: cut(fragment.selectionSet, narrowed, here, depth) },
    ];
  };

  const keepField = (node: FieldNode, parent: GraphQLNamedType, path: Path, depth: number): SelectionNode[] => {
    const name = node.name.value;
    const root = entities.rootOf(parent.name);
    if (root && depth > uncut && entities.requires(parent.name, name)) {
      const place = `${parent.name} ${JSON.stringify(path)} ${eachApart ? name : ''}`;
      const piece = pieces.get(place) ?? { typeName: parent.name, path, fields: [] };
      pieces.set(place, piece);
      piece.fields.push(node);
      return ['__typename', ...root.key].map(plainField);
    }
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    return [definition ? below(node, definition.type, path, depth) : node];
  };

  const left = below(field, type, [], 0);
  return { field: left, pieces: [...pieces.values()] };
}

type Path = readonly FlattenNodePathSegment[];

function plainField(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
