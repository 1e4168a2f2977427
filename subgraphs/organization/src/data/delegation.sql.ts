import { DELEGABLE_ROLES } from '../domain/delegation';
import { UNIT_ROLES } from '../domain/post';

const among = (roles: readonly string[]): string => `in (${roles.map((role) => `'${role}'`).join(', ')})`;

export const postHeld = (alias: string, dayParameter: number): string => `
  ${alias}.ended_at is null and ${alias}.held_from <= $${dayParameter}
  and (${alias}.held_to is null or ${alias}.held_to >= $${dayParameter})`;

/** True for a post `own` from which one may stand in for the post `lent`: a working post of the same unit and side. */
export const standsBeside = (own: string, lent: string): string => `
  ${own}.committee_id = ${lent}.committee_id and ${own}.unit_id = ${lent}.unit_id
  and ${own}.role ${among(DELEGABLE_ROLES)}
  and (${own}.role ${among(UNIT_ROLES)}) = (${lent}.role ${among(UNIT_ROLES)})`;

/**
 * True while one may act under the delegation `d` of the post `lent` on that day: it runs, its principal's account is open,
 * and its delegate still has a post beside it. Whether `lent` is held and the delegate's account open is asked beside it.
 */
export const delegationHolds = (d: string, lent: string, dayParameter: number): string => `
  ${d}.ended_at is null and ${d}.from_on <= $${dayParameter} and ${d}.to_on >= $${dayParameter}
  and exists (
    select from organization.account principal
    where principal.committee_id = ${d}.committee_id and principal.account_id = ${d}.account_id
      and principal.status = 'ACTIVE'
  )
  and exists (
    select from organization.post own
    where own.account_id = ${d}.delegate_account_id and ${standsBeside('own', lent)} and ${postHeld('own', dayParameter)}
  )`;
