import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { confirmOverride } from '../usecases/confirm-override';
import { draftDocument } from '../usecases/draft-document';
import { editDistribution } from '../usecases/edit-distribution';
import { overrideRule } from '../usecases/override-rule';
import { reviseDocument } from '../usecases/revise-document';
import { submitDocument } from '../usecases/submit-document';
import { showDocument } from './document.loader';
import { Document } from './document.type';
import {
  ConfirmOverrideInput,
  DraftDocumentInput,
  EditDistributionInput,
  OverrideRuleInput,
  ReviseDocumentInput,
  SubmitDocumentInput,
} from './drafting.input';
import type { DispatchHubContext } from './hub-context';

/** From the first draft until the paper is handed in. */
@Resolver()
export class DraftingResolver {
  @Mutation(() => Document, {
    description:
      '拟稿。错误：KIND_NOT_USED、KIND_DIRECTION、KIND_NOT_IN_SERIES、TITLE_REQUIRED、TITLE_TOO_LONG、BODY_REQUIRED、CONTROL_CHARACTERS、SECRECY_MARKING、AUDIENCE_FORM、ORGANIZATION_NOT_FOUND、GROUP_NOT_FOUND。',
  })
  async draftDocument(
    @Arg('input', () => DraftDocumentInput) input: DraftDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await draftDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description: '修改文稿：拟稿或退回状态下由拟稿人修改。错误：同拟稿，以及 WRONG_STATE、STALE_VERSION。',
  })
  async reviseDocument(
    @Arg('input', () => ReviseDocumentInput) input: ReviseDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await reviseDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description: '送审（条例第二十条）。错误：RULES_BLOCK、PLEDGE_REQUIRED、WRONG_STATE、STALE_VERSION。',
  })
  async submitDocument(
    @Arg('input', () => SubmitDocumentInput) input: SubmitDocumentInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await submitDocument(ctx, input));
  }

  @Mutation(() => Document, {
    description:
      '调整分送范围，登记编号以前（条例第二十五条第二项）；所印主送、抄送不变。错误：AUDIENCE_FORM、FEEDBACK_KIND_REQUIRED、NO_RECIPIENTS、WRONG_STATE、STALE_VERSION。',
  })
  async editDistribution(
    @Arg('input', () => EditDistributionInput) input: EditDistributionInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    return showDocument(ctx, await editDistribution(ctx, input));
  }

  @Mutation(() => Document, {
    description:
      '申请放行：说明理由，待第二人确认。错误：OVERRIDE_NOT_POSSIBLE、OVERRIDE_REASON_REQUIRED、OVERRIDE_EXISTS、STALE_VERSION。',
  })
  async overrideRule(
    @Arg('input', () => OverrideRuleInput) input: OverrideRuleInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    await overrideRule(ctx, input);
    return showDocument(ctx, input);
  }

  @Mutation(() => Document, {
    description: '确认放行。错误：OVERRIDE_SECOND_PERSON、OVERRIDE_NOT_FOUND、STALE_VERSION。',
  })
  async confirmOverride(
    @Arg('input', () => ConfirmOverrideInput) input: ConfirmOverrideInput,
    @Ctx() ctx: DispatchHubContext,
  ): Promise<Document> {
    await confirmOverride(ctx, input);
    return showDocument(ctx, input);
  }
}
