import type { Id } from '@hub/core';
import type { ReadTransaction, Transaction } from '@hub/persistence';

import type { PaperAnswer } from '../domain/paper-answer';

/** A receipt of dispatch, as it stood. */
export interface AnsweredPaper {
  readonly documentId: Id;
  readonly organizationId: Id;
  readonly receiptId: string;
  readonly version: number;
}

/** What became of units' answers to papers. */
export class PaperAnswerRepository {
  constructor(private readonly tx: Transaction) {}

  /** Whether it is news: what was told twice, or is older than what is known of its kind, changes nothing. */
  async keep({ documentId, organizationId, receiptId, version }: AnsweredPaper, answer: PaperAnswer): Promise<boolean> {
    const news = await this.tx.query(
      `insert into reports.paper_answer as a
         (committee_id, document_id, organization_id, receipt_id, accepted_version, taken_back_version)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (committee_id, document_id, organization_id) do update
         set accepted_version = greatest(a.accepted_version, excluded.accepted_version),
             taken_back_version = greatest(a.taken_back_version, excluded.taken_back_version)
         where excluded.accepted_version > coalesce(a.accepted_version, 0)
            or excluded.taken_back_version > coalesce(a.taken_back_version, 0)
       returning 1`,
      [
        this.tx.committeeId,
        documentId,
        organizationId,
        receiptId,
        answer === 'ACCEPTED' ? version : null,
        answer === 'TAKEN_BACK' ? version : null,
      ],
    );
    return news.length > 0;
  }
}

/** Organisations whose answer to the paper was accepted and was not taken back with it since, with the receipt. */
export async function answeredBy(
  tx: ReadTransaction,
  documentId: Id,
  organizationIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const rows = await tx.query<Pick<AnsweredPaper, 'organizationId' | 'receiptId'>>(
    `select organization_id as "organizationId", receipt_id as "receiptId" from reports.paper_answer
     where committee_id = $1 and document_id = $2 and organization_id = any($3::uuid[])
       and accepted_version > coalesce(taken_back_version, 0)`,
    [tx.committeeId, documentId, organizationIds],
  );
  return new Map(rows.map(({ organizationId, receiptId }) => [organizationId, receiptId]));
}
