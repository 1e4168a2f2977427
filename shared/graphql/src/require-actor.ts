import { DomainError } from '@hub/core';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';

import type { HubContext } from './hub-context';

type Resolve = GraphQLFieldResolver<unknown, HubContext>;

/**
 * What `@authenticated` says, kept by the subgraph as well: a gateway that forgets it, or another router in its place,
 * opens nothing.
 */
export function requireActor(schema: GraphQLSchema, publicFields: readonly string[]): void {
  const isPublic = new Set([...publicFields, '_entities', '_service']);
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (isPublic.has(field.name)) continue;
      field.resolve = guarded(field.resolve as Resolve | undefined);
      field.subscribe = guarded(field.subscribe as Resolve | undefined);
    }
  }
}

function guarded(resolve: Resolve | undefined): Resolve | undefined {
  if (!resolve) return undefined;
  return (source, args, ctx, info) => {
    if (ctx.actor === null) throw new DomainError('UNAUTHENTICATED', 'SIGN_IN_REQUIRED', '请先登录。');
    return resolve(source, args, ctx, info);
  };
}
