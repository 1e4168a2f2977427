import { SqlMigration } from '@hub/persistence';

/**
 * 三员 (GB/T 22239 8.1.4): an account is for one duty, that of its first post. The pair of account and duty is what posts
 * refer to, so no post of another duty can be added, and the duty cannot change under the posts that are there.
 */
export class Duties1763769600010 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table organization.post add column duty text not null generated always as (
         case when role in ('COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'INSPECTOR') then role else 'BUSINESS' end
       ) stored`,
      `alter table organization.account add column duty text
         check (duty in ('BUSINESS', 'COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'INSPECTOR'))`,
      // An account of several duties makes the key below fail and says which: its posts have to be parted by hand.
      `update organization.account a set duty = p.duty from organization.post p
       where (p.committee_id, p.account_id) = (a.committee_id, a.account_id)`,
      'alter table organization.account add unique (committee_id, account_id, duty)',
      `alter table organization.post add constraint post_of_one_duty
         foreign key (committee_id, account_id, duty) references organization.account (committee_id, account_id, duty)`,
    ];
  }
}
