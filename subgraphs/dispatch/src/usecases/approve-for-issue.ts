import { type LocalDate, localDate, type PersonActor } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { recordError } from '../domain/record.errors';
import { recordsSecrecyReview } from '../domain/secrecy-review';
import { assertOriginalSigner } from '../domain/series-step';
import type { DispatchContext } from './context';
import { assertRulesKept } from './document-rules';
import {
  type DocumentDecision,
  type DocumentResult,
  type LockedDocument,
  lockDocument,
  moveDocument,
} from './document-step';
import { noteRecipients } from './note-recipients';

export interface ApproveForIssueInput extends DocumentDecision {
  readonly opinion?: string | null;
  /** 成文日期 of a paper that was signed by hand on an earlier day; today when left out. */
  readonly writtenOn?: LocalDate | null;
  /** Signed by the main responsible person, as every upward paper must be. */
  readonly asMainLeader: boolean;
  /** For series without a check. */
  readonly secrecyReviewed?: boolean | null;
}

/** 签发: the signature under the text, its date, and those it is meant for at this moment. */
export async function approveForIssue(ctx: DispatchContext, input: ApproveForIssueInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('approveForIssue', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'approve', input);
    const signature = sign(tx, person, locked, input);
    const moved = await moveDocument(tx, person, locked, {
      action: 'approveForIssue',
      act: 'APPROVE',
      opinion: input.opinion,
      change: signature,
      detail: { writtenOn: signature.writtenOn },
    });
    await assertRulesKept(tx, { ...locked.document, ...signature });
    await noteRecipients(tx, locked.document);
    return moved;
  });
}

function sign(
  tx: Transaction,
  person: PersonActor,
  { document, series }: LockedDocument,
  input: ApproveForIssueInput,
): Partial<DocumentEntity> & Pick<DocumentEntity, 'writtenOn' | 'signedByMainLeader'> {
  assertOriginalSigner(document.originalSignerAccountId, person.accountId);
  const today = localDate(tx.now);
  const writtenOn = input.writtenOn ?? today;
  if (writtenOn > today) throw recordError('WRITTEN_IN_FUTURE', { writtenOn });
  const reviews = recordsSecrecyReview(series.steps, 'APPROVE', input.secrecyReviewed ?? false);
  return {
    writtenOn,
    signedByMainLeader: input.asMainLeader,
    approverAccountId: person.accountId,
    approverName: person.displayName,
    approvedAt: tx.now,
    originalSignerAccountId: null,
    ...(reviews ? { secrecyReviewedByAccountId: person.accountId, secrecyReviewedAt: tx.now } : {}),
  };
}
