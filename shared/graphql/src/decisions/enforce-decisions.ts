import { type Actor, isService } from '@hub/core';
import { persistenceError, requirePerson } from '@hub/persistence';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';

import type { HubContext } from '../hub-context';
import type { Decision, DecisionTable } from './resolve-decisions';

type Resolve = GraphQLFieldResolver<unknown, HubContext>;

/**
 * The first wall, as far as it asks nothing but who comes: no root field is reached by a role that no grant of its verbs
 * names, and none without an actor, whatever its resolver forgets. Whether the object is within reach stays with the use
 * case. A field with a decision of its own is null for whom it is not for, or refused where it cannot be null.
 */
export function enforceDecisions(schema: GraphQLSchema, table: DecisionTable): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      const decision = table.get(`${type.name}.${field.name}`);
      if (decision === undefined || isOpen(decision)) continue;
      if (isRoot || isNonNullType(field.type)) refuseOthers(field, decision);
      else hideFromOthers(field, decision);
    }
  }
}

const isOpen = ({ kind }: Decision): boolean => kind === 'public' || kind === 'internal';

function refuseOthers(field: GraphQLField<unknown, HubContext>, decision: Decision): void {
  const guarded = (resolve: Resolve | undefined): Resolve | undefined =>
    resolve &&
    ((source, args, ctx, info) => {
      assertNamed(decision, ctx);
      return resolve(source, args, ctx, info);
    });
  field.resolve = guarded(field.resolve ?? defaultFieldResolver);
  field.subscribe = guarded(field.subscribe);
}

function hideFromOthers(field: GraphQLField<unknown, HubContext>, decision: Decision): void {
  const resolve: Resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, ctx, info) =>
    isNamed(decision, signedIn(ctx)) ? resolve(source, args, ctx, info) : null;
}

/** An entity of that type, by its key: null for whom the type is not for, exactly as one that does not exist. */
export function hideEntity<Reference>(
  resolve: (reference: Reference, ctx: HubContext) => Promise<object | null>,
  decision: Decision | undefined,
): (reference: Reference, ctx: HubContext) => Promise<object | null> {
  return async (reference, ctx) => {
    if (decision === undefined || isOpen(decision)) return resolve(reference, ctx);
    return isNamed(decision, signedIn(ctx)) ? resolve(reference, ctx) : null;
  };
}

function signedIn({ actor }: HubContext): Actor {
  if (actor === null) throw persistenceError('SIGN_IN_REQUIRED');
  return actor;
}

function isNamed(decision: Decision, actor: Actor): boolean {
  if (decision.kind !== 'policy') return true;
  return decision.verbs.some(({ policy, verb }) => policy.names(actor, verb));
}

function assertNamed(decision: Decision, ctx: HubContext): void {
  const actor = signedIn(ctx);
  if (decision.kind !== 'policy' || isNamed(decision, actor)) return;
  // What no verb grants to programs takes a person, whoever that would be.
  if (isService(actor)) requirePerson(ctx);
  for (const { policy, verb } of decision.verbs) policy.assertMay(actor, verb, { committeeId: actor.committeeId });
}
