import { type Id, normalizeText, type PersonActor } from '@hub/core';
import { guardSecrecy, requirePerson, type Transaction } from '@hub/persistence';

import type { FeedbackBody } from '../data/feedback.entity';
import { FeedbackRepository } from '../data/feedback.repository';
import { countFeedbackFiles, feedbackRequirementOf } from '../data/issued-document.read-model';
import type { ReceiptEntity } from '../data/receipt.entity';
import { type Attendee, assertFeedbackComplete, type FeedbackKind } from '../domain/feedback';
import { receiptError } from '../domain/receipt.errors';
import { receiptKeyOf } from '../domain/receipt-key';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';

/** What belongs to another kind than the one asked for stays out. */
export interface SubmitFeedbackInput extends ReceiptDecision {
  readonly text?: string | null;
  readonly attendees?: readonly Attendee[] | null;
  readonly values?: Readonly<Record<string, string>> | null;
  readonly attachmentIds?: readonly Id[] | null;
}

const TEXT_LIMIT = 20_000;

/** 反馈: by the kind the issuer asked for; after a return it is given again, as the next one. */
export async function submitFeedback(ctx: DispatchContext, input: SubmitFeedbackInput): Promise<string> {
  const person = requirePerson(ctx);
  const given = normalizeGiven(input);
  const { documentId } = receiptKeyOf(input.receiptId);
  await guardSecrecy(ctx, 'dispatch', { subjectId: documentId, source: 'feedback' }, { body: wordsOf(given) });
  return ctx.command('submitFeedback', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'submitFeedback', input);
    await moveReceipts(tx, ctx.ids, [receipt], { act: 'SUBMIT_FEEDBACK', action: 'submitFeedback' });
    // A stage is reported on once the one before it was accepted.
    const stage = await new FeedbackRepository(tx).countAccepted(receipt);
    const content = { ...given, stage };
    const kind = await assertComplete(tx, receipt, content);
    await insertFeedback(tx, person, receipt, kind, content);
    return input.receiptId;
  });
}

function normalizeGiven({ text, attendees, values, attachmentIds }: SubmitFeedbackInput): Omit<FeedbackBody, 'stage'> {
  const clean = (field: string, raw: string) => normalizeText(field, raw, TEXT_LIMIT).trim();
  return {
    text: clean('反馈内容', text ?? ''),
    attendees: (attendees ?? []).map(({ name, postTitle }) => ({
      name: clean('姓名', name),
      postTitle: clean('职务', postTitle),
    })),
    values: Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, clean(name, value)])),
    attachmentIds: [...new Set(attachmentIds ?? [])],
  };
}

function wordsOf({ text, attendees, values }: Omit<FeedbackBody, 'stage'>): string {
  return [text, ...attendees.flatMap(({ name, postTitle }) => [name, postTitle]), ...Object.values(values)].join('\n');
}

async function assertComplete(tx: Transaction, receipt: ReceiptEntity, content: FeedbackBody): Promise<FeedbackKind> {
  const requirement = await feedbackRequirementOf(tx, receipt.documentId);
  const attachmentCount = await countFeedbackFiles(tx, receipt, content.attachmentIds);
  assertFeedbackComplete(requirement, { ...content, attachmentCount });
  if (attachmentCount === content.attachmentIds.length) return requirement.kind;
  throw receiptError('FEEDBACK_INCOMPLETE', { kind: requirement.kind, problem: '有附件不存在或已删除' });
}

async function insertFeedback(
  tx: Transaction,
  person: PersonActor,
  receipt: ReceiptEntity,
  kind: FeedbackKind,
  content: FeedbackBody,
): Promise<void> {
  const { committeeId, documentId, organizationId, unitId } = receipt;
  const feedback = new FeedbackRepository(tx);
  await feedback.insert({
    committeeId,
    documentId,
    organizationId,
    ordinal: ((await feedback.latest(receipt))?.ordinal ?? 0) + 1,
    unitId,
    kind,
    content,
    submittedByAccountId: person.accountId,
    submittedByPostId: person.postId,
    submittedByName: person.displayName,
    submittedByTitle: person.postTitle,
    submittedAt: tx.now,
    state: 'SUBMITTED',
    decisionNote: null,
    decidedByAccountId: null,
    decidedByName: null,
    decidedAt: null,
  });
}
