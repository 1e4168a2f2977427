import type { Role } from '@hub/core';
import { addSeries } from '../dispatch/ready-document';
import type { BenchWorld } from '../world/bench-world';
import { withoutIndexes } from '../world/without-indexes';

export interface OpenDeadlines {
  readonly organizationIds: readonly string[];
  readonly documentIds: readonly string[];
}

/** So many papers at so many organisations, none of them signed; their next reminders lie in the months to come. */
export async function addOpenDeadlines(
  world: BenchWorld,
  { organizations, papers }: { readonly organizations: number; readonly papers: number },
): Promise<OpenDeadlines> {
  const { ids, owner } = world;
  const organizationIds = Array.from({ length: organizations }, () => ids.next());
  const documentIds = Array.from({ length: papers }, () => ids.next());
  await addDocuments(world, documentIds);
  await withoutIndexes(world, 'dispatch', ['receipt'], async () => {
    for (const documentId of documentIds) await addReceipts(world, documentId, organizationIds);
  });
  await owner.query('vacuum analyze dispatch.receipt, dispatch.document');
  return { organizationIds, documentIds };
}

async function addDocuments(world: BenchWorld, documentIds: readonly string[]): Promise<void> {
  const { committeeId, owner } = world;
  const seriesId = await addSeries(world, (role: Role) => world.person(role));
  await owner.query(
    `insert into dispatch.document
       (committee_id, document_id, series_id, kind, direction, urgency, title, text, disclosure, issuer_organization_id,
        issuer_name, text_scope, feedback_requirement, rule_facts, audience, character_count, text_digest, state,
        drafter_account_id, drafter_post_id, drafter_name, drafted_at, updated_at)
     select $1, d.id, $2, 'NOTIFICATION', 'DOWNWARD', 'ORDINARY', '关于报送总结的通知', '请报送。', 'WITHHELD', $2,
            '工委', 'SPECIAL', '{}', '{}', '{}', 4, '', 'ISSUED', $2, $2, '某人', $3, $3
     from unnest($4::uuid[]) as d(id)`,
    [committeeId, seriesId, world.clock.now(), documentIds],
  );
}

/** As issuing leaves them, spread over fifty days. */
async function addReceipts(
  { clock, committeeId, owner }: BenchWorld,
  documentId: string,
  organizationIds: readonly string[],
): Promise<void> {
  await owner.query(
    `insert into dispatch.receipt
       (committee_id, document_id, organization_id, unit_id, unit_name, organization_name, protocol_order, role, duty,
        state, delivered_at, acknowledge_due_at, next_step, next_reminder_at, planned_as, planned_for)
     select $1, $2, o.id, o.id, '某局', '机关委员会', o.n, 'TO', 'ACKNOWLEDGE', 'DELIVERED', $3, t.due, 'END', t.due,
            'ACKNOWLEDGE', t.due
     from unnest($4::uuid[]) with ordinality as o(id, n)
     cross join lateral (
       select $3::timestamptz + interval '1 day' + random() * interval '50 days' + o.n * interval '0' as due) as t`,
    [committeeId, documentId, clock.now(), organizationIds],
  );
}

/** Lets the end of so many of them, anywhere among all, have come a minute ago. */
export async function makeDue(
  { clock, committeeId, owner }: BenchWorld,
  { documentIds, organizationIds }: OpenDeadlines,
  count: number,
): Promise<void> {
  const places = new Set<number>();
  while (places.size < count) places.add(Math.floor(Math.random() * documentIds.length * organizationIds.length));
  const due = new Date(clock.now().getTime() - 60_000);
  await owner.query(
    `update dispatch.receipt r
     set delivered_at = $2::timestamptz - interval '1 day', acknowledge_due_at = $2, next_step = 'END',
         next_reminder_at = $2, planned_for = $2
     from unnest($3::uuid[], $4::uuid[]) as p(document_id, organization_id)
     where r.committee_id = $1 and r.document_id = p.document_id and r.organization_id = p.organization_id`,
    [
      committeeId,
      due,
      [...places].map((place) => documentIds[Math.floor(place / organizationIds.length)]),
      [...places].map((place) => organizationIds[place % organizationIds.length]),
    ],
  );
  clock.advance(60_000);
}

export async function sizeOf({ owner }: BenchWorld): Promise<string> {
  const { rows } = await owner.query<{ size: string }>(
    `select pg_size_pretty(sum(pg_total_relation_size(relid))) as size
     from pg_partition_tree('dispatch.receipt') where isleaf`,
  );
  return rows[0]?.size ?? '';
}
