import { type GraphQLField, type GraphQLNamedType, type GraphQLSchema, getNamedType, isInterfaceType } from 'graphql';

import type { Requirement, RequirementTable } from './requirement-table';

/**
 * What reading a field asks: its own requirements, those of the type it stands on and those of the type it brings. On
 * an interface also those of every object type behind it, or the interface would be a way around them.
 */
export function requirementsOf(
  schema: GraphQLSchema,
  table: RequirementTable,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): readonly Requirement[] {
  const types = isInterfaceType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  const coordinates = [...types.flatMap(({ name }) => [name, `${name}.${field.name}`]), getNamedType(field.type).name];
  return coordinates.flatMap((coordinate) => table.get(coordinate) ?? []);
}
