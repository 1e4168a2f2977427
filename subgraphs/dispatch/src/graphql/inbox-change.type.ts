import type { Id } from '@hub/core';
import { Field, ID, ObjectType } from 'type-graphql';

import type { InboxChange as Change } from '../usecases/watch-inbox';
import { Receipt, toReceipt } from './receipt.type';

@ObjectType({ description: '收件箱变动：本单位所收的一件公文新到或有变化。' })
export class InboxChange {
  @Field(() => ID, {
    nullable: true,
    description: '所涉公文；为 null 时请重新读取收件箱：订阅开始、连接恢复、变动过多或有收文被撤回。',
  })
  documentId!: Id | null;

  @Field(() => [Receipt], { description: '本单位现持有的该件收文，逐个党组织；documentId 为 null 时为空。' })
  receipts!: Receipt[];
}

export const toInboxChange = ({ documentId, receipts }: Change): InboxChange => ({
  documentId,
  receipts: receipts.map(toReceipt),
});
