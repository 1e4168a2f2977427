/**
 * Parts of graphql-js that its index does not export. Compiled execution takes them from where the reference takes them,
 * so that both collect the same fields and say the same words. The version of graphql is pinned.
 */
export { collectFields, collectSubfields } from 'graphql/execution/collectFields';
export { inspect } from 'graphql/jsutils/inspect';
export { isIterableObject } from 'graphql/jsutils/isIterableObject';
export type { ObjMap } from 'graphql/jsutils/ObjMap';
export type { Path } from 'graphql/jsutils/Path';
