import { beneathRowSecurity, ensureYearPartitions, SqlMigration } from '@hub/persistence';
import type { QueryRunner } from 'typeorm';

/** Tells of the numbers that organisations gave of themselves before other rooms kept them. */
export class MemberCountsTold1763769600102 extends SqlMigration {
  override async up(runner: QueryRunner): Promise<void> {
    const year = new Date().getUTCFullYear();
    await ensureYearPartitions(runner, 'organization', { from: year, to: year });
    await super.up(runner);
  }

  protected statements(): string[] {
    return beneathRowSecurity(
      'organization',
      ['organization', 'outbox'],
      [
        `insert into organization.outbox (committee_id, id, event, version, aggregate_id, payload, created_at)
         select committee_id, uuidv7(), 'organization.member-counts-reported', 1, organization_id,
                jsonb_build_object(
                  'committeeId', committee_id, 'organizationId', organization_id, 'unitId', unit_id,
                  'formalMembers', formal_members, 'probationaryMembers', probationary_members,
                  'reportedOn', members_reported_on, 'version', version), now()
         from organization.organization where members_reported_on is not null`,
      ],
    );
  }
}
