import { beneathRowSecurity, ensureYearPartitions, SqlMigration } from '@hub/persistence';
import type { QueryRunner } from 'typeorm';

/** Terms that were running before they had clocks. Known from now on, so that what is long over is said once. */
export class ElectionClocks1763769600081 extends SqlMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organization.term no force row level security');
    await ensurePartitions(runner);
    await super.up(runner);
  }

  protected statements(): string[] {
    return beneathRowSecurity(
      'organization',
      ['term', 'organization', 'kept_deadline'],
      [
        `insert into organization.kept_deadline
         (committee_id, subject_id, part_id, obligation, subject_type, subject_key, title, organization_id,
          organization_name, unit_id, owed_by, started_at, due_at, basis, known_since)
       select t.committee_id, t.term_id, t.organization_id, 'ELECTION', 'Organization', t.organization_id::text,
              '第' || t.ordinal || '届任期届满换届', t.organization_id, o.name, o.unit_id, 'UNIT',
              t.elected_on::timestamp at time zone 'Asia/Shanghai',
              (coalesce(t.extended_to, t.ends_on) + time '18:00') at time zone 'Asia/Shanghai',
              case when t.extended_to is null then 'STATED' else 'GRANTED' end, now()
       from organization.term t
       join organization.organization o
         on (o.committee_id, o.organization_id) = (t.committee_id, t.organization_id)
       where t.closed_on is null and t.ends_on is not null and o.status <> 'DISSOLVED'`,
      ],
    );
  }
}

/** A clock lies in the year of its term, which may be long before those that are cut for new rows. */
async function ensurePartitions(runner: QueryRunner): Promise<void> {
  const [years]: { from: number | null; to: number | null }[] = await runner.query(
    `select min(extract(year from uuid_extract_timestamp(term_id) at time zone 'UTC'))::int as from,
            max(extract(year from uuid_extract_timestamp(term_id) at time zone 'UTC'))::int as to
     from organization.term`,
  );
  if (years?.from && years.to) await ensureYearPartitions(runner, 'organization', { from: years.from, to: years.to });
}
