import type { MemberEntity } from '../data/member.entity';
import { type MemberFacts, maskPhone } from '../domain/member';

/** The facts of a member out of a wider object. */
export function memberFacts(member: MemberFacts): MemberFacts {
  const { name, sex, ethnicity, bornOn, kind, joinedOn, confirmedOn, phone } = member;
  return { name, sex, ethnicity, bornOn, kind, joinedOn, confirmedOn: confirmedOn ?? null, phone: phone ?? null };
}

/** The facts as the trail keeps them: it proves a change and repeats no number. */
export function trailFacts(member: MemberFacts & Pick<MemberEntity, 'idNumberMasked'>): Record<string, unknown> {
  return { ...memberFacts(member), phone: maskPhone(member.phone ?? null), idNumber: member.idNumberMasked };
}

/** What differs between two states, before and after. */
export function changedFacts(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const pick = (from: Readonly<Record<string, unknown>>) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after) };
}
