import { IN_COMMITTEE, OWN_ACCOUNT, SqlMigration, secureTable, sideRole, TO_OWN_ACCOUNT } from '@hub/persistence';

const UNIT = sideRole('organization', 'unit');
const END = 'update (ended_at, ended_by_account_id, ended_by_name, version)';

/** 委托: the holder of a post lets another person act under it from day to day. */
export class Delegation1763769600020 extends SqlMigration {
  protected statements(): string[] {
    return [
      // Equality of ids beside the overlap of days, in one constraint.
      'create extension if not exists btree_gist',
      'create unique index post_holder on organization.post (committee_id, post_id, account_id, duty)',
      // The names are those of the day on which it was agreed; a unit's post sees nobody's account but its own.
      `create table organization.delegation (
         committee_id uuid not null, delegation_id uuid not null,
         post_id uuid not null, account_id uuid not null, principal_name text not null, post_title text not null,
         delegate_account_id uuid not null, delegate_name text not null,
         from_on date not null, to_on date not null,
         duty text not null default 'BUSINESS' check (duty = 'BUSINESS'),
         reason text not null check (length(reason) between 2 and 200),
         granted_at timestamptz(3) not null,
         ended_at timestamptz(3), ended_by_account_id uuid, ended_by_name text,
         version int not null default 1,
         check (to_on >= from_on and to_on - from_on < 90),
         check (delegate_account_id <> account_id),
         check ((ended_at is null) = (ended_by_name is null)),
         primary key (committee_id, delegation_id),
         -- A post of the work, lent by whoever holds it to somebody of the work, whatever the code above says.
         foreign key (committee_id, post_id, account_id, duty)
           references organization.post (committee_id, post_id, account_id, duty),
         foreign key (committee_id, delegate_account_id, duty)
           references organization.account (committee_id, account_id, duty),
         constraint delegation_overlap exclude using gist (
           committee_id with =, post_id with =, delegate_account_id with =, daterange(from_on, to_on, '[]') with &&
         ) where (ended_at is null)
       )`,
      'create index delegation_account on organization.delegation (committee_id, account_id)',
      'create index delegation_delegate on organization.delegation (committee_id, delegate_account_id)',
      `create unique index delegation_use
         on organization.delegation (committee_id, delegation_id, post_id, delegate_account_id)`,
      ...secureTable('organization', 'delegation', {
        office: { grant: `select, insert, ${END}`, rows: IN_COMMITTEE },
        unit: { grant: `select, insert, ${END}`, rows: OWN_ACCOUNT },
        system: { grant: 'select', rows: IN_COMMITTEE },
      }),
      `create policy delegation_unit_reads on organization.delegation for select to ${UNIT} using (${TO_OWN_ACCOUNT})`,
      `create policy delegation_unit_ends on organization.delegation for update to ${UNIT}
         using (${TO_OWN_ACCOUNT}) with check (${TO_OWN_ACCOUNT})`,

      // A session acts under a delegation of that post to that account, or under none.
      'alter table organization.session add column acting_delegation_id uuid',
      `alter table organization.session add constraint session_delegation
         foreign key (committee_id, acting_delegation_id, acting_post_id, account_id)
         references organization.delegation (committee_id, delegation_id, post_id, delegate_account_id)`,
      `create index session_delegation on organization.session (committee_id, acting_delegation_id)
         where acting_delegation_id is not null and ended_at is null`,
      `grant select (acting_delegation_id) on organization.session to ${sideRole('organization', 'office')}`,
    ];
  }
}
