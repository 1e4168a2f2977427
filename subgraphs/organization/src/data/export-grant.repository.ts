import { type Hand, handOf, type Id, type PersonActor } from '@hub/core';
import { handJson, type Transaction } from '@hub/persistence';

import type { GrantState } from '../domain/export-grant';

export interface BulkExport {
  readonly documentId: string;
  readonly documentName: string;
  readonly variablesDigest: string;
}

export interface LockedGrant {
  readonly state: GrantState;
  readonly requestedBy: Hand;
  readonly unitId: Id;
  readonly version: number;
}

/** What the log of exports keeps of the grant that was used. */
export interface UsedGrant {
  readonly grantId: Id;
  readonly reason: string;
  readonly approvedByName: string;
}

export class ExportGrantRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(
    grantId: Id,
    { documentId, documentName, variablesDigest }: BulkExport,
    reason: string,
    by: PersonActor,
  ) {
    const { accountId, postId, principalAccountId } = handOf(by);
    await this.tx.execute(
      `insert into organization.export_grant
         (committee_id, grant_id, unit_id, document_id, document_name, variables_digest, reason, state,
          requested_by_account_id, requested_by_post_id, requested_by_principal_id, requested_by_name, requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'REQUESTED', $8, $9, $10, $11, $12)`,
      [
        this.tx.committeeId,
        grantId,
        by.unitId,
        documentId,
        documentName,
        variablesDigest,
        reason,
        accountId,
        postId,
        principalAccountId,
        by.displayName,
        this.tx.now,
      ],
    );
  }

  async lock(grantId: Id): Promise<LockedGrant | null> {
    const [row] = await this.tx.query<LockedGrant>(
      `select state, ${handJson('requested_by')} as "requestedBy", unit_id as "unitId", version
       from organization.export_grant where committee_id = $1 and grant_id = $2 for update`,
      [this.tx.committeeId, grantId],
    );
    return row ?? null;
  }

  async decide(grantId: Id, state: 'APPROVED' | 'REJECTED', by: PersonActor, note: string | null): Promise<void> {
    const { accountId, postId, principalAccountId } = handOf(by);
    await this.tx.execute(
      `update organization.export_grant
       set state = $3, decided_by_account_id = $4, decided_by_post_id = $5, decided_by_principal_id = $6,
           decided_by_name = $7, decided_at = $8, decision_note = $9, version = version + 1
       where committee_id = $1 and grant_id = $2`,
      [this.tx.committeeId, grantId, state, accountId, postId, principalAccountId, by.displayName, this.tx.now, note],
    );
  }

  /** Takes the approved grant of this export that was decided since then, and no other may take it again. */
  async use(exportId: Id, of: BulkExport, by: PersonActor, since: Date): Promise<UsedGrant | null> {
    const { accountId, postId, principalAccountId } = handOf(by);
    const [used] = await this.tx.query<UsedGrant>(
      `update organization.export_grant set state = 'USED', used_at = $3, export_id = $2, version = version + 1
       where committee_id = $1 and state = 'APPROVED' and grant_id = (
         select grant_id from organization.export_grant
         where committee_id = $1 and state = 'APPROVED' and decided_at > $4
           and document_id = $5 and document_name = $6 and variables_digest = $7
           and requested_by_account_id = $8 and requested_by_post_id = $9
           and requested_by_principal_id is not distinct from $10
         order by decided_at limit 1 for update)
       returning grant_id as "grantId", reason, decided_by_name as "approvedByName"`,
      [
        this.tx.committeeId,
        exportId,
        this.tx.now,
        since,
        of.documentId,
        of.documentName,
        of.variablesDigest,
        accountId,
        postId,
        principalAccountId,
      ],
    );
    return used ?? null;
  }
}
