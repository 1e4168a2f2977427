import type { Id } from '@hub/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by organization; here only its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Organization', { description: '党组织。' })
export class OrganizationStub {
  @Field(() => ID, { description: '党组织标识。' })
  id!: Id;
}
