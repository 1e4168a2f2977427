import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { closeReceipts } from '../usecases/close-receipts';
import { recallDocument } from '../usecases/recall-document';
import { reissueDocument } from '../usecases/reissue-document';
import { urgeReceipts } from '../usecases/urge-receipts';
import { withdrawDocument } from '../usecases/withdraw-document';
import type { DispatchHubContext } from './hub-context';
import { ReceiptSetInput, UrgeReceiptsInput } from './receipt.input';
import { showReceipts } from './receipt.loader';
import { Receipt } from './receipt.type';
import { ReissueDocumentInput, TakeBackInput } from './receipt-office.input';

/** Acts on several receipts of one document: all of them, or none. */
@Resolver()
export class ReceiptSetResolver {
  @Mutation(() => [Receipt], {
    description:
      '撤回：收回尚未签收的公文，单位此后看不到。错误：RECEIPT_NOT_FOUND、RECALL_AFTER_ACKNOWLEDGE、RECEIPT_RECALLED、TAKE_BACK_REASON_REQUIRED。',
  })
  async recallDocument(
    @Arg('input', () => TakeBackInput) input: TakeBackInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt[]> {
    return showReceipts(ctx, await recallDocument(ctx, input), input.organizationIds);
  }

  @Mutation(() => [Receipt], {
    description:
      '清退：收回已经签收的公文，单位可见清退记录。错误：RECEIPT_NOT_FOUND、WITHDRAW_BEFORE_ACKNOWLEDGE、RECEIPT_WITHDRAWN、TAKE_BACK_REASON_REQUIRED。',
  })
  async withdrawDocument(
    @Arg('input', () => TakeBackInput) input: TakeBackInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt[]> {
    return showReceipts(ctx, await withdrawDocument(ctx, input), input.organizationIds);
  }

  @Mutation(() => [Receipt], {
    description:
      '补发：向未持有该公文的党组织发送，期限自补发时单独计算。错误：ALREADY_DELIVERED、WRONG_STATE、ORGANIZATION_NOT_FOUND、NO_RECIPIENTS、RECIPIENT_TWICE、CALENDAR_YEAR_MISSING。',
  })
  async reissueDocument(
    @Arg('input', () => ReissueDocumentInput) input: ReissueDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt[]> {
    const organizationIds = input.recipients.map((recipient) => recipient.organizationId);
    return showReceipts(ctx, await reissueDocument(ctx, input), organizationIds);
  }

  @Mutation(() => [Receipt], {
    description:
      '催办：对尚欠签收或反馈的单位，记入台账；二级以上由核稿办理。错误：RECEIPT_NOT_FOUND、NOTHING_TO_URGE、URGE_LEVEL_INVALID、URGE_NOTE_REQUIRED、ROLE_NOT_ALLOWED。',
  })
  async urgeReceipts(
    @Arg('input', () => UrgeReceiptsInput) input: UrgeReceiptsInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt[]> {
    return showReceipts(ctx, await urgeReceipts(ctx, input), input.organizationIds);
  }

  @Mutation(() => [Receipt], {
    description:
      '办结：不再有所欠的收文；单位办结本单位的，工委可代为办结。错误：NOT_ACKNOWLEDGED、FEEDBACK_STILL_OWED、RECEIPT_CLOSED。',
  })
  async closeReceipts(
    @Arg('input', () => ReceiptSetInput) input: ReceiptSetInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Receipt[]> {
    return showReceipts(ctx, await closeReceipts(ctx, input), input.organizationIds);
  }
}
