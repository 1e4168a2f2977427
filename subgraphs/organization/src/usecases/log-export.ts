import { type Actor, actorName, type Id, isPerson, isService, type PersonActor } from '@hub/core';
import { requireReader, type Transaction } from '@hub/persistence';

import { ExportGrantRepository, type UsedGrant } from '../data/export-grant.repository';
import { type Exporter, type ExportFacts, ExportLogRepository } from '../data/export-log.repository';
import type { ExportOutcome } from '../domain/export';
import { grantsExpireAt } from '../domain/export-grant';
import { serviceError } from '../domain/service.errors';
import type { OrganizationContext } from './context';
import { exportActor } from './system-actors';

// The export belongs to a person or to a token, and is logged by the hub: who exports has no right to write the log.

/** Before the first row leaves: an export that cannot be logged does not begin. */
export async function beginExport(ctx: OrganizationContext, { isBulk, ...facts }: ExportStart): Promise<Id> {
  const actor = requireReader(ctx);
  const exporter = exporterOf(actor);
  return ctx.as(exportActor(actor.committeeId)).transaction(async (tx) => {
    const exportId = ctx.ids.next();
    const grant = isBulk && isPerson(actor) ? await useGrant(tx, exportId, facts, actor) : null;
    await new ExportLogRepository(tx).begin(exportId, facts, { ...exporter, grant }, ctx.requestId);
    const after = { ...facts, ...exporter, ...(grant ?? {}) };
    tx.audit({ action: 'beginExport', objectType: 'export', objectId: exportId, after });
    return exportId;
  });
}

export interface ExportStart extends ExportFacts {
  /** Whether it has more rows than a person may take alone. Programs take what their documents were approved for. */
  readonly isBulk?: boolean | null;
}

/** With the row of the log, so that a grant is used by the export that is logged and by no other. */
async function useGrant(tx: Transaction, exportId: Id, facts: ExportFacts, actor: PersonActor): Promise<UsedGrant> {
  const grant = await new ExportGrantRepository(tx).use(exportId, facts, actor, grantsExpireAt(tx.now));
  const { documentId, documentName, variablesDigest } = facts;
  if (grant === null) throw serviceError('EXPORT_NEEDS_APPROVAL', { documentId, documentName, variablesDigest });
  return grant;
}

export interface ExportEnd {
  readonly exportId: Id;
  readonly outcome: ExportOutcome;
  readonly rowCount: number;
}

export async function finishExport(ctx: OrganizationContext, end: ExportEnd): Promise<boolean> {
  const { exportId, outcome, rowCount } = end;
  const { committeeId } = requireReader(ctx);
  return ctx.as(exportActor(committeeId)).transaction(async (tx) => {
    const finished = await new ExportLogRepository(tx).finish(exportId, outcome, rowCount);
    if (finished) {
      tx.audit({ action: 'finishExport', objectType: 'export', objectId: exportId, after: { outcome, rowCount } });
    }
    return finished;
  });
}

function exporterOf(actor: Actor): Omit<Exporter, 'grant'> {
  return {
    actorName: actorName(actor),
    accountId: isPerson(actor) ? actor.accountId : null,
    postId: isPerson(actor) ? actor.postId : null,
    serviceTokenId: isService(actor) ? actor.serviceTokenId : null,
  };
}
