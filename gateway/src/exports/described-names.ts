import type { GraphQLEnumType } from 'graphql';

/** `签收期限；不要求签收为 null。` is 签收期限. Null where nothing is said. */
export const firstClause = (description: string | null | undefined): string | null =>
  description?.trim().split(/[。；，：（]/)[0] || null;

/** What people call the values of an enum; null when two would be called the same, or one has no name. */
export function valueNames(type: GraphQLEnumType): ReadonlyMap<string, string> | null {
  const names = new Map(type.getValues().map(({ name, description }) => [name, firstClause(description)] as const));
  if (new Set(names.values()).size < names.size || [...names.values()].includes(null)) return null;
  return names as ReadonlyMap<string, string>;
}
