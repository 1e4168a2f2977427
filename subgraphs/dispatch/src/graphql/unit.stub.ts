import type { Id } from '@hub/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by organization; here only its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Unit', { description: '单位。' })
export class UnitStub {
  @Field(() => ID, { description: '单位标识。' })
  id!: Id;
}
