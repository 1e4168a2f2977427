import { type Id, type Term, termEnd } from '@hub/core';

import type { CountedDeadline, DeadlineKey, RecountPlace, TermBook } from '../book';

interface CountedRow extends DeadlineKey {
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly calendarVersion: string | null;
  readonly term: Term;
}

/** The terms of deadlines that are rows of their own: each says itself how it is counted. */
export function keptTerms(schema: string): TermBook {
  return {
    objectType: 'deadline',
    async lockCounted(tx, after, calendarVersion, limit) {
      const place = keyOf(after);
      const rows = await tx.query<CountedRow>(
        `select k.subject_id as "subjectId", k.part_id as "partId", k.obligation, k.organization_id as "organizationId",
                k.unit_id as "unitId", k.started_at as "startedAt", k.due_at as "dueAt",
                k.calendar_version as "calendarVersion", k.term
         from ${schema}.kept_deadline k
         where k.committee_id = $1 and k.closed_at is null and k.basis = 'TERM' and k.term is not null
           and k.calendar_version is distinct from $2 and k.due_at > $3
           and ($4::uuid is null or (k.subject_id, k.part_id, k.obligation) > ($4::uuid, $5::uuid, $6::text))
         order by k.subject_id, k.part_id, k.obligation limit $7 for update`,
        [tx.committeeId, calendarVersion, tx.now, place?.subjectId, place?.partId, place?.obligation, limit],
      );
      const last = rows.at(-1);
      return {
        deadlines: rows.map(counted),
        next: last === undefined || rows.length < limit ? null : placeOf(last),
      };
    },
    async move(tx, moved, calendarVersion) {
      await tx.execute(
        `update ${schema}.kept_deadline k
         set due_at = m."movedTo", calendar_version = $2,
             next_reminder_at = case when k.planned_for = k.due_at and k.next_step is not null
               then $3 else k.next_reminder_at end,
             planned_for = case when k.planned_for = k.due_at then m."movedTo" else k.planned_for end
         from jsonb_to_recordset($4::jsonb)
           as m("subjectId" uuid, "partId" uuid, obligation text, "movedTo" timestamptz)
         where k.committee_id = $1
           and (k.subject_id, k.part_id, k.obligation) = (m."subjectId", m."partId", m.obligation)`,
        [tx.committeeId, calendarVersion, tx.now, JSON.stringify(moved)],
      );
    },
  };
}

const counted = ({ term, startedAt, ...deadline }: CountedRow): CountedDeadline => ({
  ...deadline,
  endBy: (time) => termEnd(term, startedAt, time),
});

const placeOf = ({ subjectId, partId, obligation }: DeadlineKey): string =>
  JSON.stringify({ subjectId, partId, obligation });

const keyOf = (place: RecountPlace): DeadlineKey | null => (place === null ? null : (JSON.parse(place) as DeadlineKey));
