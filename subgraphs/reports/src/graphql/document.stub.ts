import type { Id } from '@hub/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by dispatch; here only its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Document', { description: '公文。' })
export class DocumentStub {
  @Field(() => ID, { description: '公文标识。' })
  id!: Id;
}
