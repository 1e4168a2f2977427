import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { TypeTable } from '../../supergraph';
import { type DataObject, isObject } from '../json-data';
import { opened, Verbatim } from '../verbatim/verbatim';

/**
 * The JSON text of an object's representation for `_entities`, which is also what tells equal ones apart.
 * Undefined: the object is of another type, or a field it needs was never fetched.
 */
export type WriteRepresentation = (object: DataObject) => string | undefined;

interface RequiredField {
  readonly dataKey: string;
  readonly prefix: string;
  readonly write: (value: unknown) => string | undefined;
}

export function compileRepresentation(selections: readonly RequiresSelection[], types: TypeTable): WriteRepresentation {
  const byType = new Map<unknown, readonly RequiredField[]>();
  return (object) => {
    const typeName = object.__typename;
    let fields = byType.get(typeName);
    if (!fields) {
      fields = fieldsFor(selections, typeName, types);
      byType.set(typeName, fields);
    }
    return writeFields(object, fields);
  };
}

function writeFields(object: DataObject, fields: readonly RequiredField[]): string | undefined {
  let text = '';
  for (const field of fields) {
    const value = field.write(object[field.dataKey]);
    if (value === undefined) return undefined;
    text += (text === '' ? '{' : ',') + field.prefix + value;
  }
  return text === '' ? undefined : `${text}}`;
}

function fieldsFor(selections: readonly RequiresSelection[], typeName: unknown, types: TypeTable): RequiredField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [requiredField(selection, types)];
    if (selection.kind === 'FragmentSpread') throw new Error('The planner spread a fragment in a required selection');
    const matches = typeof typeName === 'string' && types.satisfies(typeName, selection.typeCondition);
    return matches ? fieldsFor(selection.selections, typeName, types) : [];
  });
}

function requiredField(
  selection: { readonly name: string; readonly alias?: string; readonly selections?: RequiresSelection[] },
  types: TypeTable,
): RequiredField {
  const nested = selection.selections?.length ? compileRepresentation(selection.selections, types) : undefined;
  // The planner fetches a field under a name of its own where two fields require it with different arguments.
  const { name: dataKey, alias: name = dataKey } = selection;
  return {
    dataKey,
    prefix: `${JSON.stringify(name)}:`,
    write: (value) => writeValue(value, nested),
  };
}

function writeValue(value: unknown, nested: WriteRepresentation | undefined): string | undefined {
  if (!nested && value instanceof Verbatim) return value.text;
  if (!nested || value === null || value === undefined) return JSON.stringify(value);
  const known = opened(value);
  if (isObject(known)) return nested(known);
  if (!Array.isArray(known)) return undefined;
  const items = known.map((item: unknown) => writeValue(item, nested));
  return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
}
