import type { Id } from '@hub/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by organization; here only its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Post', { description: '岗位。' })
export class PostStub {
  @Field(() => ID, { description: '岗位标识。' })
  id!: Id;
}
