import { type Actor, actorName, type Id, isPerson, isService } from '@hub/core';
import { requireReader } from '@hub/persistence';

import { type Exporter, type ExportFacts, ExportLogRepository } from '../data/export-log.repository';
import type { ExportOutcome } from '../domain/export';
import type { OrganizationContext } from './context';
import { exportActor } from './system-actors';

// The export belongs to a person or to a token, and is logged by the hub: who exports has no right to write the log.

/** Before the first row leaves: an export that cannot be logged does not begin. */
export async function beginExport(ctx: OrganizationContext, facts: ExportFacts): Promise<Id> {
  const actor = requireReader(ctx);
  const exporter = exporterOf(actor);
  return ctx.as(exportActor(actor.committeeId)).transaction(async (tx) => {
    const exportId = ctx.ids.next();
    await new ExportLogRepository(tx).begin(exportId, facts, exporter, ctx.requestId);
    tx.audit({ action: 'beginExport', objectType: 'export', objectId: exportId, after: { ...facts, ...exporter } });
    return exportId;
  });
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

function exporterOf(actor: Actor): Exporter {
  return {
    actorName: actorName(actor),
    accountId: isPerson(actor) ? actor.accountId : null,
    postId: isPerson(actor) ? actor.postId : null,
    serviceTokenId: isService(actor) ? actor.serviceTokenId : null,
  };
}
