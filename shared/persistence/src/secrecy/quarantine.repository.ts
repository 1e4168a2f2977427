import type { Id, PersonActor, SecrecyScan } from '@hub/core';

import type { Transaction } from '../transaction';

export interface Alert {
  /** What the content was brought to, where there was something already. */
  readonly subjectId: Id | null;
  /** Which words it was brought as: `DRAFT`, `ATTACHMENT`. */
  readonly source: string;
  readonly scan: SecrecyScan;
}

/** Alerts about content that was turned away: where a marking stood and of what kind, never the content. */
export class QuarantineRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly schema: string,
  ) {}

  async insert(quarantineId: Id, alert: Alert, person: PersonActor): Promise<void> {
    await this.tx.execute(
      `insert into ${this.schema}.quarantine
         (committee_id, quarantine_id, subject_id, source, content_digest, findings,
          account_id, post_id, person_name, at)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
      [
        this.tx.committeeId,
        quarantineId,
        alert.subjectId,
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
