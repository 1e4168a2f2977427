import { Field, Int, ObjectType } from 'type-graphql';

import type { Progress } from '../domain/progress';
import { Document } from './document.type';

@ObjectType({
  description: '办理进度：一件公文各收文党组织的计数。未签收、已签收、已退回、仅阅知四项之和为应收。',
})
export class DocumentProgress implements Progress {
  @Field(() => Int, { description: '应收：现持有该公文的党组织数，不含已撤回、已清退。' })
  live!: number;

  @Field(() => Int, { description: '未签收：既未签收也未退回。' })
  awaiting!: number;

  @Field(() => Int, { description: '已签收。' })
  acknowledged!: number;

  @Field(() => Int, { description: '已退回：签收前退回、尚未答复。' })
  returned!: number;

  @Field(() => Int, { description: '仅阅知：无需签收。' })
  reading!: number;

  @Field(() => Int, { description: '未查看。' })
  unopened!: number;

  @Field(() => Int, { description: '退回已答复，待单位再办。' })
  returnAnswered!: number;

  @Field(() => Int, { description: '初审退回：签收后退回、尚未答复。' })
  returnedAfterReview!: number;

  @Field(() => Int, { description: '应反馈。' })
  feedbackOwed!: number;

  @Field(() => Int, { description: '反馈待审核。' })
  feedbackSubmitted!: number;

  @Field(() => Int, { description: '反馈已退回。' })
  feedbackReturned!: number;

  @Field(() => Int, { description: '反馈已采纳，含已办结。' })
  feedbackAccepted!: number;

  @Field(() => Int, { description: '已办结。' })
  closed!: number;

  @Field(() => Int, { description: '已撤回。' })
  recalled!: number;

  @Field(() => Int, { description: '已清退。' })
  withdrawn!: number;
}

@ObjectType({ description: '公文及其办理进度。' })
export class DocumentProgressChange {
  @Field(() => Document, { description: '公文。' })
  document!: Document;

  @Field(() => DocumentProgress, { description: '办理进度。' })
  progress!: DocumentProgress;
}

@ObjectType({ description: '进度核对：所记计数与逐件重新计数的比较，供运维核对。' })
export class ProgressCheckResult {
  @Field(() => DocumentProgress, { description: '所记计数。' })
  kept!: DocumentProgress;

  @Field(() => DocumentProgress, { description: '重新计数。' })
  counted!: DocumentProgress;

  @Field(() => Boolean, { description: '两者是否一致。' })
  agrees!: boolean;
}
