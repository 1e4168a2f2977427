import type { Id, IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DeadlineKey } from '../book';

/** 期限变动: from when to when, and why. */
export interface DeadlineMove extends DeadlineKey {
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly fromDueAt: Date | null;
  readonly toDueAt: Date;
  readonly reason: string;
  readonly fromCalendar: string | null;
  readonly toCalendar: string | null;
  /** The person, or the work of the system that moved it. */
  readonly movedByName: string;
}

/** Writes down moves of deadlines; who looks at one later sees all of them. */
export async function recordMoves(
  tx: Transaction,
  ids: IdFactory,
  schema: string,
  moves: readonly DeadlineMove[],
): Promise<void> {
  if (moves.length === 0) return;
  await tx.execute(
    `insert into ${schema}.deadline_move
       (committee_id, subject_id, part_id, obligation, move_id, moved_at, from_due_at, to_due_at, reason,
        from_calendar, to_calendar, moved_by_name, organization_id, unit_id)
     select $1, m."subjectId", m."partId", m.obligation, m."moveId", $2, m."fromDueAt", m."toDueAt", m.reason,
            m."fromCalendar", m."toCalendar", m."movedByName", m."organizationId", m."unitId"
     from jsonb_to_recordset($3::jsonb)
       as m("subjectId" uuid, "partId" uuid, obligation text, "moveId" uuid, "fromDueAt" timestamptz,
            "toDueAt" timestamptz, reason text, "fromCalendar" text, "toCalendar" text, "movedByName" text,
            "organizationId" uuid, "unitId" uuid)`,
    [tx.committeeId, tx.now, JSON.stringify(moves.map((move) => ({ ...move, moveId: ids.next() })))],
  );
}
