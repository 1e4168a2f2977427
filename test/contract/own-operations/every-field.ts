import { type GraphQLObjectType, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';

/**
 * Every field that can be asked for without an argument, and of objects in them the same, that deep. Pages (`first`) are
 * left out: each is a list of its own, read with its own statements.
 */
export function everyField(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(({ name }) => name === 'first')) return [];
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return depth > 0 && isObjectType(inner) ? [`${field.name} ${everyField(inner, depth - 1)}`] : [];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}
