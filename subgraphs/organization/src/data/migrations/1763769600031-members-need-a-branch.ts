import { SqlMigration } from '@hub/persistence';

/**
 * Who is registered is registered in a branch that exists (DOMAIN 1.6: dissolving is blocked while members remain). The
 * administrator who dissolves one sees no members; a foreign key looks beneath row security, and at the same moment.
 */
export class MembersNeedABranch1763769600031 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table organization.organization
         add column living boolean not null generated always as (status <> 'DISSOLVED') stored`,
      `alter table organization.organization
         add constraint organization_living unique (committee_id, organization_id, living)`,
      // Null for who left, and then nothing is referred to.
      `alter table organization.member
         add column needs_living boolean generated always as (case when status = 'ACTIVE' then true end) stored`,
      `alter table organization.member
         add constraint member_living_branch foreign key (committee_id, organization_id, needs_living)
           references organization.organization (committee_id, organization_id, living)`,
    ];
  }
}
