import type { IdFactory } from '@hub/core';
import { Client } from 'pg';

const ORGANIZATIONS = 1000;

/** As many receipts as asked for, of papers to a thousand organisations each, written past all rules of the work. */
export async function addReceipts(ownerUrl: string, ids: IdFactory, count: number): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const papers = Array.from({ length: Math.ceil(count / ORGANIZATIONS) }, () => ids.next());
    // Papers need no series, no drafter and no register here.
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `insert into dispatch.document
         (committee_id, document_id, series_id, kind, direction, urgency, title, text, disclosure,
          issuer_organization_id, issuer_name, text_scope, feedback_requirement, rule_facts, audience, character_count,
          text_digest, state, drafter_account_id, drafter_post_id, drafter_name, drafted_at, updated_at)
       select c.committee_id, p.id, p.id, 'NOTICE', 'DOWNWARD', 'ORDINARY', '关于报送工作总结的通知（' || p.n || '）', '正文',
              'WITHHELD', p.id, '中共市委市直机关工作委员会', 'SPECIAL', '{}', '{}', '{}', 100, 'digest', 'ISSUED',
              p.id, p.id, '李四', now(), now()
       from organization.committee c, unnest($1::uuid[]) with ordinality as p(id, n)`,
      [papers],
    );
    await owner.query(
      `insert into dispatch.receipt
         (committee_id, document_id, organization_id, unit_id, unit_name, organization_name, protocol_order, role, duty,
          state, delivered_at, acknowledge_due_at, acknowledged_at, acknowledged_by_name)
       select c.committee_id, p.id, o.id, o.id, '某市某局（' || o.n || '）', '中共某市某局机关委员会', o.n, 'TO',
              'ACKNOWLEDGE', 'CLOSED', timestamptz '2020-10-15 09:00+08', timestamptz '2020-10-16 18:00+08',
              timestamptz '2020-10-15 10:00+08', '王专干'
       from organization.committee c, unnest($1::uuid[]) as p(id),
            (select n, md5('organization' || n)::uuid as id from generate_series(1, ${ORGANIZATIONS}) as n) o
       limit $2`,
      [papers, count],
    );
    await owner.query('vacuum analyze dispatch.receipt, dispatch.document');
  } finally {
    await owner.end();
  }
}
