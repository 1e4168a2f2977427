import { type Id, isKey, pageRequest, trailPolicy } from '@hub/core';
import { persistenceError } from '@hub/persistence';
import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { type Connection, PageArgs, toConnection } from '../connection';
import { type Coordinate, type DecidedByPolicy, decidedBy } from '../decisions/decisions';
import type { HubContext } from '../hub-context';
import { INSPECTED } from '../inspection';
import type { WholeReferenceResolver } from '../subgraph-schema';
import { type AuditAct, AuditActConnection, toAuditAct } from './audit-act.type';
import { readTrail } from './read-trail';

/** What the policy of the trail decides in a subgraph: the types below, and its root fields. */
export function trailDecisions(rootFields: readonly Coordinate[] = []): DecidedByPolicy {
  const read = [...rootFields, 'AuditTrail', 'AuditActConnection', 'AuditAct', 'AuditChange'];
  return decidedBy(trailPolicy, { readTrail: read, readMaskedTrail: read });
}

export interface AuditTrailReference {
  readonly of: Id;
}

export interface AuditTrailGraphql {
  readonly type: new () => AuditTrailReference;
  readonly resolver: new () => object;
  /** Throws ID_INVALID for what cannot be an object's key. Whether there is such an object the trail does not say. */
  find(of: string): AuditTrailReference;
  readonly reference: WholeReferenceResolver;
}

export interface AuditTrailOptions {
  /** Of the subgraph; its field of the trail is `<schema>Acts`. */
  readonly schema: string;
  /** Nouns whose values administrators see: accounts, posts and what else they keep themselves. */
  readonly administrative: readonly string[];
}

/** What each subgraph adds to the trail of an object: its own acts, joined by the object's id. */
export function auditTrailGraphql({ schema, administrative }: AuditTrailOptions): AuditTrailGraphql {
  @Directive('@key(fields: "of")')
  @ObjectType('AuditTrail', { description: '一个对象的操作留痕，分子图列出。' })
  class AuditTrail implements AuditTrailReference {
    @Field(() => ID, { description: '对象标识；收文等为“对象.部分”。' })
    of!: Id;
  }

  @Resolver(() => AuditTrail)
  class AuditTrailResolver {
    @FieldResolver(() => AuditActConnection, {
      name: `${schema}Acts`,
      nullable: true,
      description:
        '本子图中对该对象的操作，按先后。工委领导、核稿、登记看全部，单位负责人看本单位岗位所办，三员看到遮蔽后的值；本子图暂不可用时为 null。错误：ROLE_NOT_ALLOWED。',
    })
    async acts(
      @Root() { of }: AuditTrail,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: HubContext,
    ): Promise<Connection<AuditAct>> {
      return toConnection(
        await readTrail(ctx, schema, [...administrative, INSPECTED], of, pageRequest(page)),
        toAuditAct,
      );
    }
  }

  return {
    type: AuditTrail,
    resolver: AuditTrailResolver,
    find: (of) => {
      if (!isKey(of)) throw persistenceError('ID_INVALID');
      return { of };
    },
    reference: async ({ of }) => (isKey(of) ? { __typename: 'AuditTrail', of } : null),
  };
}
