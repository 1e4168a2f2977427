import {
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

import type { Fragments } from '../execution/operation/definitions';
import { firstClause } from './described-names';
import { exportError } from './exports.errors';

/** One column: where its value stands in a row, and what the header calls it (`unit.name`). */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  /** What people call it: `单位·名称`; its name where the graph does not say. */
  readonly title: string;
  readonly type: GraphQLLeafType;
}

/** The fields that are selected on one object, by response key, fragments opened. */
export function fieldsOf(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  fragments: Fragments,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.directives?.length) throw exportError('EXPORT_CONDITIONAL_FIELD');
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || isOf(type, condition))) visit(fragment.selectionSet);
    }
  };
  for (const set of sets) visit(set);
  return fields;
}

/** An object is of its own type and of the interfaces it has; other conditions select nothing of it. */
const isOf = (type: GraphQLObjectType, condition: string): boolean =>
  type.name === condition || type.getInterfaces().some(({ name }) => name === condition);

/** Where nested columns stand. */
interface Place {
  readonly path: readonly string[];
  readonly titles: readonly string[];
}

/** Flat columns of a row, in the order of the document: nested objects become dotted names, lists are refused. */
export function columnsOf(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  fragments: Fragments,
  { path, titles }: Place = { path: [], titles: [] },
): Column[] {
  return [...fieldsOf(sets, type, fragments)].flatMap(([key, nodes]) => {
    const own = [...path, key];
    const name = own.join('.');
    const fieldName = nodes[0]?.name.value ?? '';
    if (fieldName === '__typename') return [{ name, path: own, title: name, type: GraphQLString }];
    const field = type.getFields()[fieldName];
    const inner = getNullableType(field?.type as GraphQLOutputType);
    if (isListType(inner)) throw exportError('EXPORT_LIST_FIELD', { field: name });
    const place = { path: own, titles: [...titles, titleOf(key, fieldName, field?.description)] };
    if (isLeafType(inner)) return [{ name, path: own, title: place.titles.join('·'), type: inner }];
    if (!isObjectType(inner)) throw exportError('EXPORT_ABSTRACT_FIELD', { field: name });
    return columnsOf(selectionsOf(nodes), inner, fragments, place);
  });
}

/** A field may be asked for more than once, `value(field: "held")` say: then each goes by its alias as well. */
function titleOf(key: string, fieldName: string, description: string | null | undefined): string {
  const said = firstClause(description);
  if (said === null) return key;
  return key === fieldName ? said : `${said}（${key}）`;
}

export const selectionsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));

/** The values of a row in the order of its columns. An object that is null makes its columns null. */
export function valuesOf(row: unknown, columns: readonly Column[]): unknown[] {
  return columns.map(({ path }) => {
    let value: unknown = row;
    for (const key of path) value = (value as Record<string, unknown> | null | undefined)?.[key];
    return value ?? null;
  });
}
