import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { approveForIssue } from '../usecases/approve-for-issue';
import { cancelDocument } from '../usecases/cancel-document';
import { checkDocument } from '../usecases/check-document';
import { recheckDocument } from '../usecases/recheck-document';
import { referToSigner } from '../usecases/refer-to-signer';
import { returnDocument } from '../usecases/return-document';
import { showDocument } from './document.loader';
import { Document } from './document.type';
import { DocumentOpinionInput, DocumentReasonInput } from './document-decision.input';
import type { DispatchHubContext } from './hub-context';
import { ApproveForIssueInput, CheckDocumentInput } from './issuing.input';

/** The steps between the draft and its number. */
@Resolver()
export class ApprovalResolver {
  @Mutation(() => Document, {
    description:
      '核稿（条例第二十条）。错误：SAME_PERSON、SECRECY_REVIEW_REQUIRED、RULES_BLOCK、WRONG_STATE、STALE_VERSION。',
  })
  async checkDocument(
    @Arg('input', () => CheckDocumentInput) input: CheckDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await checkDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description:
      '签发（条例第二十二条）：确定成文日期并列出分送对象。错误：ALREADY_APPROVED、SAME_PERSON、STEP_ROLE、NOT_ORIGINAL_SIGNER、NO_RECIPIENTS、RULES_BLOCK、WRITTEN_IN_FUTURE、WRONG_STATE、STALE_VERSION。',
  })
  async approveForIssue(
    @Arg('input', () => ApproveForIssueInput) input: ApproveForIssueInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await approveForIssue(ctx, input));
  }

  @Mutation(() => Document, {
    description: '复核（条例第二十五条第一项）：无实质性修改。错误：SAME_PERSON、WRONG_STATE、STALE_VERSION。',
  })
  async recheckDocument(
    @Arg('input', () => DocumentOpinionInput) input: DocumentOpinionInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await recheckDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description:
      '复核发现实质性修改，退原签发人（条例第二十五条第一项）。错误：OPINION_REQUIRED、WRONG_STATE、STALE_VERSION。',
  })
  async referToSigner(
    @Arg('input', () => DocumentReasonInput) input: DocumentReasonInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await referToSigner(ctx, input));
  }

  @Mutation(() => Document, {
    description: '退回拟稿人，须写意见；已签发的签发随之失效。错误：OPINION_REQUIRED、WRONG_STATE、STALE_VERSION。',
  })
  async returnDocument(
    @Arg('input', () => DocumentReasonInput) input: DocumentReasonInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await returnDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description: '作废：发出以前放弃；已登记的字号成为空号。错误：OPINION_REQUIRED、WRONG_STATE、STALE_VERSION。',
  })
  async cancelDocument(
    @Arg('input', () => DocumentReasonInput) input: DocumentReasonInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await cancelDocument(ctx, input));
  }
}
