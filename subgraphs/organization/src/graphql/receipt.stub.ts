import type { Id } from '@hub/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by dispatch; here only its key. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Receipt', { description: '收文。' })
export class ReceiptStub {
  @Field(() => ID, { description: '收文标识。' })
  id!: Id;
}
