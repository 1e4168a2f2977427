import type { Id } from '@hub/core';
import { type AuditTrailReference, auditTrailGraphql } from '@hub/graphql';
import { Arg, ID, Query, Resolver } from 'type-graphql';

/** Nouns that administrators keep; what is kept of members is none of theirs. */
const ADMINISTRATIVE = [
  'account',
  'committee',
  'delegation',
  'export',
  'inspection',
  'ladders',
  'organization',
  'post',
  'recipientGroup',
  'registeredDocument',
  'section',
  'serviceToken',
  'session',
  'signIn',
  'term',
  'unit',
  'workingCalendar',
  'zone',
];

export const organizationAuditTrail = auditTrailGraphql({ schema: 'organization', administrative: ADMINISTRATIVE });

const AuditTrail = organizationAuditTrail.type;

@Resolver()
export class AuditTrailQueryResolver {
  @Query(() => AuditTrail, {
    description:
      '一个对象的操作留痕：对象可以是公文、收文、单位、党组织、账号、岗位等。错误：ROLE_NOT_ALLOWED、ID_INVALID。',
  })
  auditTrail(@Arg('of', () => ID, { description: '对象标识。' }) of: Id): AuditTrailReference {
    return organizationAuditTrail.find(of);
  }
}
