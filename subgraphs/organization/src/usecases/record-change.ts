import { type Id, isPerson } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { StructureEventEntity } from '../data/structure-event.entity';
import { StructureEventRepository } from '../data/structure-event.repository';
import type { StructureVerb } from '../domain/structure.policy';
import type { ChangeRecord, StructureChangeKind } from '../domain/structure-change';
import type { OrganizationContext } from './context';

type Facts = Readonly<Record<string, unknown>>;

export interface RecordedChange {
  readonly kind: StructureChangeKind;
  readonly action: StructureVerb;
  readonly objectType: 'UNIT' | 'ORGANIZATION';
  readonly objectId: Id;
  readonly unitId: Id;
  readonly record: ChangeRecord;
  readonly successorIds?: readonly Id[];
  readonly before?: Facts;
  readonly after?: Facts;
}

/** Writes a change into the history of the structure, and into the audit trail who recorded it. */
export async function recordChange(ctx: OrganizationContext, tx: Transaction, change: RecordedChange): Promise<void> {
  const { kind, objectType, objectId, record, before = {}, after = {}, successorIds = [] } = change;
  await new StructureEventRepository(tx).append([structureEvent(ctx, tx, change)]);
  tx.audit({
    action: change.action,
    objectType: objectType === 'UNIT' ? 'unit' : 'organization',
    objectId,
    before,
    after: { ...after, kind, ...record, ...(successorIds.length > 0 ? { successorIds } : {}) },
  });
}

/** The row of a change in the history. */
export function structureEvent(
  ctx: OrganizationContext,
  tx: Transaction,
  change: Omit<RecordedChange, 'action'>,
): StructureEventEntity {
  const { kind, objectType, objectId, unitId, record, before = {}, after = {}, successorIds = [] } = change;
  return {
    committeeId: tx.committeeId,
    eventId: ctx.ids.next(),
    kind,
    objectType,
    objectId,
    unitId,
    effectiveOn: record.effectiveOn,
    decisionNumber: record.decisionNumber ?? null,
    decisionOn: record.decisionOn ?? null,
    successorIds: [...successorIds],
    detail: { before, after },
    recordedAt: tx.now,
    recordedBy: isPerson(tx.actor) ? tx.actor.accountId : null,
  };
}
