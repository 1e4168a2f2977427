import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { SecrecyScan } from '../domain/secrecy';

/** Alerts about content that was turned away: where a marking stood and of what kind, never the content. */
export class QuarantineRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(
    quarantineId: Id,
    alert: { readonly documentId: Id | null; readonly source: string; readonly scan: SecrecyScan },
    person: PersonActor,
  ): Promise<void> {
    await this.tx.execute(
      `insert into dispatch.quarantine
         (committee_id, quarantine_id, document_id, source, content_digest, findings,
          account_id, post_id, person_name, at)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
      [
        this.tx.committeeId,
        quarantineId,
        alert.documentId,
        alert.source,
        alert.scan.digest,
        JSON.stringify(alert.scan.findings),
        person.accountId,
        person.postId,
        person.displayName,
        this.tx.now,
      ],
    );
  }
}
