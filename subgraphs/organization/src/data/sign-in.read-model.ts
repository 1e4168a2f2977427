import { type ActingDelegation, type Id, nameUnder, type PersonActor } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { delegationHolds, postHeld } from './delegation.sql';

/** The committee a person signs in to: by its code, or the only one there is. */
export async function findCommittee(tx: ReadTransaction, code: string | null): Promise<Id | null> {
  const rows = await tx.query<{ committee_id: Id }>(
    'select committee_id from organization.committee where $1::text is null or code = $1 limit 2',
    [code],
  );
  return rows.length === 1 ? (rows[0]?.committee_id ?? null) : null;
}

interface ActorRow {
  readonly account_id: Id;
  readonly post_id: Id;
  readonly role: PersonActor['role'];
  readonly organization_id: Id;
  readonly organization_kind: string;
  readonly unit_id: Id;
  readonly section_id: Id | null;
  readonly display_name: string;
  readonly title: string;
  readonly delegation_id: Id | null;
  readonly principal_account_id: Id;
  readonly principal_name: string;
}

/** Who a living session acts as today; null once session, account, post or delegation has ended. */
export async function findActor(
  tx: ReadTransaction,
  sessionId: Id,
  now: Date,
  today: string,
): Promise<PersonActor | null> {
  const [row] = await tx.query<ActorRow>(
    `select s.account_id, p.post_id, p.role, p.organization_id, o.kind as organization_kind, p.unit_id, p.section_id,
            a.display_name, p.title, d.delegation_id, d.account_id as principal_account_id, d.principal_name
     from organization.session s
     join organization.account a on (a.committee_id, a.account_id) = (s.committee_id, s.account_id)
     join organization.post p on (p.committee_id, p.post_id) = (s.committee_id, s.acting_post_id)
     join organization.organization o on (o.committee_id, o.organization_id) = (p.committee_id, p.organization_id)
     left join organization.delegation d
       on (d.committee_id, d.delegation_id) = (s.committee_id, s.acting_delegation_id)
     where s.committee_id = $1 and s.session_id = $2 and s.ended_at is null and s.expires_at > $3
       and a.status = 'ACTIVE' and ${postHeld('p', 4)}
       and case when s.acting_delegation_id is null then p.account_id = s.account_id
                else ${delegationHolds('d', 'p', 4)} end`,
    [tx.committeeId, sessionId, now, today],
  );
  if (!row) return null;
  const delegation = delegationOf(row);
  return {
    side: row.organization_kind === 'WORK_COMMITTEE' ? 'office' : 'unit',
    committeeId: tx.committeeId,
    accountId: row.account_id,
    sessionId,
    postId: row.post_id,
    role: row.role,
    organizationId: row.organization_id,
    unitId: row.unit_id,
    sectionId: row.section_id,
    displayName: nameUnder(delegation, row.display_name),
    postTitle: row.title,
    delegation,
  };
}

function delegationOf(row: ActorRow): ActingDelegation | null {
  const { delegation_id: delegationId, principal_account_id: principalAccountId, principal_name: principalName } = row;
  return delegationId === null ? null : { delegationId, principalAccountId, principalName };
}

/** Whether a session was opened with a second factor. */
export async function hasSecondFactor(tx: ReadTransaction, sessionId: Id): Promise<boolean> {
  const [row] = await tx.query<{ second_factor: boolean }>(
    'select second_factor from organization.session where committee_id = $1 and session_id = $2',
    [tx.committeeId, sessionId],
  );
  return row?.second_factor ?? false;
}
