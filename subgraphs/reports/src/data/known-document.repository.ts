import type { Transaction } from '@hub/persistence';

import type { KnownDocument } from './known-document.read-model';

/** Papers that a task may be born from. */
export class KnownDocumentRepository {
  constructor(private readonly tx: Transaction) {}

  /** A paper is issued once: heard again, it is the same. */
  async keep({ documentId, documentNumber, title }: KnownDocument, issuedAt: Date): Promise<void> {
    await this.tx.execute(
      `insert into reports.known_document (committee_id, document_id, document_number, title, issued_at)
       values ($1, $2, $3, $4, $5) on conflict (committee_id, document_id) do nothing`,
      [this.tx.committeeId, documentId, documentNumber, title, issuedAt],
    );
  }
}
