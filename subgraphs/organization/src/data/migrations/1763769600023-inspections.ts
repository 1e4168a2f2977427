import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

/** 巡察, 审计: by an order, for a time. The post it is done under is its id, and time ends it as it ends a post. */
export class Inspections1763769600023 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table organization.inspection (
         committee_id uuid not null, inspection_id uuid not null, account_id uuid not null,
         kind text not null check (kind in ('DISCIPLINE', 'AUDIT')),
         order_number text not null check (length(order_number) between 4 and 60),
         reason text not null check (length(reason) between 2 and 500),
         duty text not null default 'INSPECTOR' check (duty = 'INSPECTOR'),
         opened_by_account_id uuid not null, opened_by_name text not null, opened_at timestamptz(3) not null,
         primary key (committee_id, inspection_id),
         foreign key (committee_id, inspection_id, account_id, duty)
           references organization.post (committee_id, post_id, account_id, duty)
       )`,
      ...secureTable('organization', 'inspection', { office: { grant: 'select, insert', rows: IN_COMMITTEE } }),
      // Whoever wrote one without an end before this was built had no order for it either.
      `alter table organization.post add constraint inspection_ends
         check (role <> 'INSPECTOR' or (held_to is not null and held_to - held_from < 180)) not valid`,
    ];
  }
}
