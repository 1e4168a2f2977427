import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';

import { acknowledgeReceipt } from '../usecases/acknowledge-receipt';
import { assignReceipt } from '../usecases/assign-receipt';
import { openReceipt } from '../usecases/open-receipt';
import { requestExtension } from '../usecases/request-extension';
import { returnReceipt } from '../usecases/return-receipt';
import { submitFeedback } from '../usecases/submit-feedback';
import type { DispatchHubContext } from './hub-context';
import { ReceiptDecisionInput } from './receipt.input';
import { showReceipt } from './receipt.loader';
import { Receipt } from './receipt.type';
import {
  AssignReceiptInput,
  RequestExtensionInput,
  ReturnReceiptInput,
  SubmitFeedbackInput,
} from './receipt-unit.input';

/** What the unit does with what it received. */
@Resolver()
export class ReceiptUnitResolver {
  @Mutation(() => Receipt, {
    description: '查看：记录单位首次查看的时间；再次查看无变化，版本号不变。错误：RECEIPT_NOT_FOUND。',
  })
  async openReceipt(@Arg('receiptId', () => ID) receiptId: string, @Ctx() ctx: DispatchHubContext): Promise<Receipt> {
    return showReceipt(ctx, await openReceipt(ctx, receiptId));
  }

  @Mutation(() => Receipt, {
    description:
      '签收：记录签收人、岗位、时间和文本摘要（公文处理工作条例第二十四条）。错误：RECEIPT_NOT_FOUND、STALE_VERSION、ALREADY_ACKNOWLEDGED、ACKNOWLEDGE_NOT_OWED、RETURN_NOT_ANSWERED、RECEIPT_WITHDRAWN。',
  })
  async acknowledgeReceipt(
    @Arg('input', () => ReceiptDecisionInput) input: ReceiptDecisionInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await acknowledgeReceipt(ctx, input));
  }

  @Mutation(() => Receipt, {
    description:
      '退回：签收前或初审后退回，须选理由（公文处理工作条例第二十四条）。错误：STALE_VERSION、ALREADY_RETURNED、RETURN_REASON_REQUIRED、RETURN_REASON_NOT_APPLICABLE。',
  })
  async returnReceipt(
    @Arg('input', () => ReturnReceiptInput) input: ReturnReceiptInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await returnReceipt(ctx, input));
  }

  @Mutation(() => Receipt, { description: '分派承办：可以改派。错误：STALE_VERSION、NOT_ACKNOWLEDGED。' })
  async assignReceipt(
    @Arg('input', () => AssignReceiptInput) input: AssignReceiptInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await assignReceipt(ctx, input));
  }

  @Mutation(() => Receipt, {
    description:
      '提交反馈：按公文要求的方式；被退回后重新提交。错误：STALE_VERSION、FEEDBACK_NOT_OWED、FEEDBACK_INCOMPLETE、FEEDBACK_ALREADY_SUBMITTED、NOT_ACKNOWLEDGED、SECRECY_MARKING。',
  })
  async submitFeedback(
    @Arg('input', () => SubmitFeedbackInput) input: SubmitFeedbackInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    const values = Object.fromEntries((input.values ?? []).map(({ name, value }) => [name, value]));
    return showReceipt(ctx, await submitFeedback(ctx, { ...input, values }));
  }

  @Mutation(() => Receipt, {
    description:
      '申请延期：批准之前原期限不变（请示报告条例第二十二条）。错误：STALE_VERSION、EXTENSION_NOT_POSSIBLE、EXTENSION_PENDING、EXTENSION_NOT_LATER、EXTENSION_REASON_REQUIRED。',
  })
  async requestExtension(
    @Arg('input', () => RequestExtensionInput) input: RequestExtensionInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await requestExtension(ctx, input));
  }
}
