import type { Id } from '@hub/core';
import { IsId } from '@hub/graphql';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: '对一件公文的办理。' })
export class DocumentDecisionInput {
  @Field(() => ID, { description: '公文标识。' })
  @IsId()
  documentId!: Id;

  @Field(() => Int, { description: '所见版本号；公文已被他人办理则拒绝（STALE_VERSION）。' })
  expectedVersion!: number;
}

@InputType({ description: '对一件公文的办理，可附意见。' })
export class DocumentOpinionInput extends DocumentDecisionInput {
  @Field(() => String, { nullable: true, description: '意见。' })
  opinion?: string | null;
}

@InputType({ description: '退回、作废等须写明理由的办理。' })
export class DocumentReasonInput extends DocumentDecisionInput {
  @Field(() => String, { description: '意见或理由，必填。' })
  opinion!: string;
}
