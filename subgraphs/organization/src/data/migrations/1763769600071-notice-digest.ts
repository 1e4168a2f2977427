import { SqlMigration } from '@hub/persistence';

/** What came to somebody within some days. */
export class NoticeDigest1763769600071 extends SqlMigration {
  protected statements(): string[] {
    return ['create index inbox_notice_came on organization.inbox_notice (committee_id, account_id, created_at)'];
  }
}
