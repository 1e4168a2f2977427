import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

import type { AnyWorld } from './any-world';

/** Gives every nth field a resolver and leaves the others to their objects; the world is the context of an operation. */
export function attachResolvers(schema: GraphQLSchema, everyNth: number): void {
  let count = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type) && type.name !== 'Found') {
      const isAsync = type.name === 'Named';
      type.resolveType = (value, world: AnyWorld, info) => {
        const name = () => world.typeName(value, info) as string;
        return isAsync ? world.later(1, name) : name();
      };
    }
    if (!isObjectType(type)) continue;
    if (type.name === 'Thing' || type.name === 'Unit') {
      type.isTypeOf = (value, world: AnyWorld) => world.isTypeOf(type.name, value) as boolean;
    }
    for (const field of Object.values(type.getFields())) {
      count += 1;
      const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
      if (isRoot || count % everyNth === 0)
        field.resolve = (_, args, world: AnyWorld, info) => world.resolve(args, info);
    }
  }
}
