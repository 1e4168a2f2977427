import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { acceptFeedback } from '../usecases/accept-feedback';
import { answerReturn } from '../usecases/answer-return';
import { decideExtension } from '../usecases/decide-extension';
import { returnFeedback } from '../usecases/return-feedback';
import type { DispatchHubContext } from './hub-context';
import { showReceipt } from './receipt.loader';
import { Receipt } from './receipt.type';
import {
  AcceptFeedbackInput,
  AnswerReturnInput,
  DecideExtensionInput,
  ReturnFeedbackInput,
} from './receipt-office.input';

/** What the office answers to one unit. */
@Resolver()
export class ReceiptOfficeResolver {
  @Mutation(() => Receipt, {
    description:
      '答复退回：请单位继续办理，或同意退回而收回公文。错误：STALE_VERSION、NO_RETURN_TO_ANSWER、ANSWER_REQUIRED。',
  })
  async answerReturn(
    @Arg('input', () => AnswerReturnInput) input: AnswerReturnInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await answerReturn(ctx, input));
  }

  @Mutation(() => Receipt, {
    description: '采纳反馈：分阶段的落实情况，末一阶段采纳后即告完成。错误：STALE_VERSION、NO_FEEDBACK_TO_REVIEW。',
  })
  async acceptFeedback(
    @Arg('input', () => AcceptFeedbackInput) input: AcceptFeedbackInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await acceptFeedback(ctx, input));
  }

  @Mutation(() => Receipt, {
    description:
      '退回反馈：单位重新反馈。错误：STALE_VERSION、NO_FEEDBACK_TO_REVIEW、FEEDBACK_RETURN_REASON_REQUIRED。',
  })
  async returnFeedback(
    @Arg('input', () => ReturnFeedbackInput) input: ReturnFeedbackInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await returnFeedback(ctx, input));
  }

  @Mutation(() => Receipt, {
    description:
      '批复延期：同意则期限移至该日（遇非工作日顺延）18 时。错误：STALE_VERSION、NO_EXTENSION_PENDING、EXTENSION_NOT_LATER、EXTENSION_PAST、CALENDAR_YEAR_MISSING。',
  })
  async decideExtension(
    @Arg('input', () => DecideExtensionInput) input: DecideExtensionInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt> {
    return showReceipt(ctx, await decideExtension(ctx, input));
  }
}
