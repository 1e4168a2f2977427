import { type Id, localDate } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { ADDRESSEE_STEPS, type AddresseeKind } from '../domain/notice-addressee';
import { delegationHolds, postHeld } from './delegation.sql';

/** Somebody who is meant by a notice, by what he is to the matter. */
export interface Wanted {
  readonly noticeId: Id;
  readonly to: AddresseeKind;
  readonly organizationId?: Id;
  readonly unitId?: Id;
  readonly postId?: Id;
}

/** An account that gets a notice, and why. */
export interface Recipient {
  readonly noticeId: Id;
  readonly accountId: Id;
  /** Under which post. */
  readonly postId: Id;
  readonly organizationId: Id;
  /** By which delegation, when the post is another person's. */
  readonly delegationId: Id | null;
  readonly to: AddresseeKind;
  /** The organisation of whoever was meant. */
  readonly organizationName: string | null;
  /** He is told in place of somebody who could not be found. */
  readonly instead: boolean;
}

const STEPS = JSON.stringify(
  Object.entries(ADDRESSEE_STEPS).flatMap(([to, steps]) =>
    steps.map((step, at) => ({ to, ...step, place: step.at, at })),
  ),
);

/**
 * Whom notices are for now, each account once a notice: under its own post before a lent one, as who was meant before
 * whoever is told instead. Any number of notices is one statement.
 */
export function recipientsOf(tx: ReadTransaction, wanted: readonly Wanted[], now: Date): Promise<Recipient[]> {
  const rows = wanted.map((each, ordinal) => ({ ordinal, ...each }));
  return tx.query<Recipient>(
    `with office as (
       select o.unit_id from organization.organization o where o.committee_id = $1 and o.kind = 'WORK_COMMITTEE'
     ),
     step as (
       select s.* from jsonb_to_recordset($4::jsonb) as s("to" text, at int, place text, roles text[], instead boolean)
     ),
     meant as (
       select w."noticeId" as notice_id, w.ordinal, w."to", o.name as organization_name,
              o.organization_id, coalesce(o.unit_id, w."unitId") as unit_id,
              case w."to" when 'POST' then w."postId" when 'ZONE_LEADER' then z.contact_leader_post_id
                          when 'DUTY_POST' then shift.post_id else s.post_id end as post_id
       from jsonb_to_recordset($3::jsonb)
         as w("noticeId" uuid, ordinal int, "to" text, "organizationId" uuid, "unitId" uuid, "postId" uuid)
       left join organization.post p on p.committee_id = $1 and p.post_id = w."postId"
       left join organization.organization o
         on o.committee_id = $1 and o.organization_id = coalesce(w."organizationId", p.organization_id)
       left join organization.zone_unit member on w."to" = 'ZONE_LEADER'
         and member.committee_id = $1 and member.unit_id = w."unitId" and member.year = extract(year from $2::date)
       left join organization.zone z on (z.committee_id, z.zone_id) = (member.committee_id, member.zone_id)
       left join organization.duty_shift shift on w."to" = 'DUTY_POST' and shift.committee_id = $1
         and shift.organization_id = w."organizationId" and shift.starts_at <= $5 and shift.ends_at > $5
       left join organization.standing_post s on s.committee_id = $1 and s.standing = w."to"
     ),
     found as (
       select m.notice_id, m.ordinal, step.at, step.instead, p.post_id
       from meant m
       join step on step."to" = m."to" and step.place = 'POST'
       join organization.post p on p.committee_id = $1 and p.post_id = m.post_id
       union all
       select m.notice_id, m.ordinal, step.at, step.instead, p.post_id
       from meant m
       join step on step."to" = m."to" and step.place <> 'POST'
       left join office on step.place = 'OFFICE'
       join organization.post p on p.committee_id = $1 and p.role = any(step.roles)
         and p.unit_id = coalesce(office.unit_id, m.unit_id)
         and (step.place <> 'ORGANIZATION' or p.organization_id = m.organization_id)
     ),
     nearest as (
       select f.notice_id, f.ordinal, coalesce(f.instead, false) as instead, p.post_id, p.organization_id, p.account_id,
              rank() over (partition by f.notice_id, f.ordinal order by f.at) as nearness
       from found f
       join organization.post p on p.committee_id = $1 and p.post_id = f.post_id
       join organization.account a on (a.committee_id, a.account_id) = (p.committee_id, p.account_id)
       where a.status = 'ACTIVE' and ${postHeld('p', 2)}
     ),
     holder as (select * from nearest where nearness = 1),
     recipient as (
       select h.*, null::uuid as delegation_id from holder h
       union all
       select h.notice_id, h.ordinal, h.instead, h.post_id, h.organization_id, d.delegate_account_id, h.nearness,
              d.delegation_id
       from holder h
       join organization.post lent on lent.committee_id = $1 and lent.post_id = h.post_id
       join organization.delegation d
         on d.committee_id = $1 and d.account_id = h.account_id and d.post_id = h.post_id
       join organization.account delegate
         on (delegate.committee_id, delegate.account_id) = (d.committee_id, d.delegate_account_id)
       where delegate.status = 'ACTIVE' and ${delegationHolds('d', 'lent', 2)}
     )
     select distinct on (r.notice_id, r.account_id)
            r.notice_id as "noticeId", r.account_id as "accountId", r.post_id as "postId",
            r.organization_id as "organizationId", r.delegation_id as "delegationId", r.instead,
            m."to", m.organization_name as "organizationName"
     from recipient r
     join meant m on (m.notice_id, m.ordinal) = (r.notice_id, r.ordinal)
     order by r.notice_id, r.account_id, r.instead, r.delegation_id nulls first, r.ordinal`,
    [tx.committeeId, localDate(now), JSON.stringify(rows), STEPS, now],
  );
}
