import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import type { ExportFormat, ExportOutcome } from '../domain/export';
import type { UsedGrant } from './export-grant.repository';

export interface ExportFacts {
  readonly documentId: string;
  readonly documentName: string;
  readonly format: ExportFormat;
  /** What was asked for, without keeping it. */
  readonly variablesDigest: string;
}

export interface Exporter {
  readonly actorName: string;
  readonly accountId: Id | null;
  readonly postId: Id | null;
  readonly serviceTokenId: Id | null;
  /** What a second person agreed to; null for what one may take alone. */
  readonly grant: UsedGrant | null;
}

export class ExportLogRepository {
  constructor(private readonly tx: Transaction) {}

  async begin(exportId: Id, facts: ExportFacts, exporter: Exporter, requestId: string): Promise<void> {
    const { documentId, documentName, format, variablesDigest } = facts;
    const { actorName, accountId, postId, serviceTokenId, grant } = exporter;
    await this.tx.execute(
      `insert into organization.export_log
         (committee_id, export_id, document_id, document_name, format, variables_digest,
          actor_name, account_id, post_id, service_token_id, request_id, started_at,
          grant_id, reason, approved_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        this.tx.committeeId,
        exportId,
        documentId,
        documentName,
        format,
        variablesDigest,
        actorName,
        accountId,
        postId,
        serviceTokenId,
        requestId,
        this.tx.now,
        grant?.grantId ?? null,
        grant?.reason ?? null,
        grant?.approvedByName ?? null,
      ],
    );
  }

  /** False when there is no such export, or it has ended. */
  async finish(exportId: Id, outcome: ExportOutcome, rowCount: number): Promise<boolean> {
    const changed = await this.tx.execute(
      `update organization.export_log set finished_at = $3, outcome = $4, row_count = $5
       where committee_id = $1 and export_id = $2 and finished_at is null`,
      [this.tx.committeeId, exportId, this.tx.now, outcome, rowCount],
    );
    return changed === 1;
  }
}
