import type { Id } from '@hub/core';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';

import { abolishDocument } from '../usecases/abolish-document';
import { archiveDocument } from '../usecases/archive-document';
import { assignNumber } from '../usecases/assign-number';
import { issueDocument } from '../usecases/issue-document';
import { previewDistribution } from '../usecases/preview-distribution';
import { revokeDocument } from '../usecases/revoke-document';
import { sealDocument } from '../usecases/seal-document';
import { voidNumber } from '../usecases/void-number';
import { DistributionPreview, toDistributionPreview } from './distribution.type';
import { showDocument } from './document.loader';
import { Document } from './document.type';
import { DocumentDecisionInput } from './document-decision.input';
import type { DispatchHubContext } from './hub-context';
import {
  AbolishDocumentInput,
  ArchiveDocumentInput,
  AssignNumberInput,
  IssueDocumentInput,
  RevokeDocumentInput,
  VoidNumberInput,
} from './issuing.input';

/** From the number to the archive. */
@Resolver()
export class IssuingResolver {
  @Mutation(() => Document, {
    description:
      '登记编号（条例第二十五条第二项）：取号、冻结文本、确定分送，一次完成。错误：NUMBER_WITHOUT_APPROVAL、ALREADY_NUMBERED、NUMBER_FORM、NUMBER_TAKEN、NUMBER_NOT_AVAILABLE、PRINTED_NUMBER_DIFFERS、BACKFILL_NOT_CONFIRMED、ECONOMY_EXPLANATION_REQUIRED、STALE_VERSION。',
  })
  async assignNumber(
    @Arg('input', () => AssignNumberInput) input: AssignNumberInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await assignNumber(ctx, input));
  }

  @Mutation(() => Document, {
    description:
      '作废字号：退回的公文交出其字号，成为空号。错误：NUMBER_NOT_VOIDABLE、NUMBER_REASON_REQUIRED、STALE_VERSION。',
  })
  async voidNumber(
    @Arg('input', () => VoidNumberInput) input: VoidNumberInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await voidNumber(ctx, input));
  }

  @Mutation(() => Document, { description: '用印。错误：WRONG_STATE、STALE_VERSION。' })
  async sealDocument(
    @Arg('input', () => DocumentDecisionInput) input: DocumentDecisionInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await sealDocument(ctx, input));
  }

  @Directive('@cost(weight: 50)')
  @Query(() => DistributionPreview, {
    description: '分送预览：签发以后分组成员的变化；仅工委。错误：DOCUMENT_NOT_FOUND、ROLE_NOT_ALLOWED。',
  })
  async previewDistribution(
    @Arg('documentId', () => ID) documentId: Id,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<DistributionPreview> {
    return toDistributionPreview(await previewDistribution(ctx, documentId));
  }

  @Directive('@cost(weight: 100)')
  @Mutation(() => Document, {
    description:
      '发出：每个收文党组织一份收文。错误：ISSUE_WITHOUT_APPROVAL、ISSUE_BEFORE_READY、ALREADY_ISSUED、RECIPIENTS_CHANGED、NO_RECIPIENTS、RULES_BLOCK、CALENDAR_YEAR_MISSING、STALE_VERSION。',
  })
  async issueDocument(
    @Arg('input', () => IssueDocumentInput) input: IssueDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await issueDocument(ctx, input));
  }

  @Mutation(() => Document, { description: '归档。错误：WRONG_STATE、STALE_VERSION。' })
  async archiveDocument(
    @Arg('input', () => ArchiveDocumentInput) input: ArchiveDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await archiveDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description:
      '撤销：自始无效，文本仍可查阅。错误：ENDING_BASIS_REQUIRED、OPINION_REQUIRED、WRONG_STATE、STALE_VERSION。',
  })
  async revokeDocument(
    @Arg('input', () => RevokeDocumentInput) input: RevokeDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await revokeDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description: '废止：自废止之日起失效。错误：ENDING_BASIS_REQUIRED、OPINION_REQUIRED、WRONG_STATE、STALE_VERSION。',
  })
  async abolishDocument(
    @Arg('input', () => AbolishDocumentInput) input: AbolishDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await abolishDocument(ctx, input));
  }
}
