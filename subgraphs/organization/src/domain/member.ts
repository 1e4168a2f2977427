import { addMonths, characterCount, type LocalDate } from '@hub/core';

import { isEthnicity } from './ethnicity';
import { holdsIdNumber, readIdNumber, type Sex } from './id-number';
import { memberError } from './member.errors';
import { KIND_FACTS, type OrganizationKind } from './organization-kind';

/** 人员类别. */
export const MEMBER_KINDS = { FORMAL: '正式党员', PROBATIONARY: '预备党员' } as const;

export type MemberKind = keyof typeof MEMBER_KINDS;

/** What is collected of a member (DOMAIN 1.8). Religion is not. */
export interface MemberFacts {
  readonly name: string;
  readonly sex: Sex;
  readonly ethnicity: string;
  readonly bornOn: LocalDate;
  readonly kind: MemberKind;
  readonly joinedOn: LocalDate;
  readonly confirmedOn: LocalDate | null;
  readonly phone: string | null;
}

const NAME_LIMIT = 50;
const MONTHS_OF_AGE = 18 * 12;
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,5})?)$/;

/**
 * The party constitution of the 11th congress brought back a probation of a year. Before it there were other lengths, and
 * from 1969 none: who joined then may have been confirmed on the same day.
 */
const PROBATION_SINCE: LocalDate = '1977-08-18';
const MONTHS_OF_PROBATION = 12;

/** Throws for what cannot be: DOMAIN 1.8. The id number is looked at where it is at hand. */
export function assertMember(facts: MemberFacts, idNumber: string | null, today: LocalDate): void {
  assertPerson(facts);
  if (idNumber !== null) assertAgrees(facts, idNumber);
  assertMembership(facts, today);
}

function assertPerson({ name, ethnicity, phone }: MemberFacts): void {
  const length = characterCount(name);
  if (length < 1 || length > NAME_LIMIT || name !== name.trim()) throw memberError('MEMBER_NAME_INVALID');
  if (holdsIdNumber(name)) throw memberError('TEXT_HOLDS_ID_NUMBER');
  if (!isEthnicity(ethnicity)) throw memberError('ETHNICITY_UNKNOWN');
  if (phone !== null && !PHONE.test(phone)) throw memberError('PHONE_INVALID');
}

function assertAgrees({ bornOn, sex }: MemberFacts, idNumber: string): void {
  const said = readIdNumber(idNumber);
  if (said.bornOn !== bornOn) throw memberError('ID_NUMBER_DISAGREES', { field: '出生日期' });
  if (said.sex !== sex) throw memberError('ID_NUMBER_DISAGREES', { field: '性别' });
}

function assertMembership({ kind, bornOn, joinedOn, confirmedOn }: MemberFacts, today: LocalDate): void {
  if (joinedOn > today) throw memberError('MEMBER_DATE_FUTURE', { field: '入党日期' });
  if (joinedOn < addMonths(bornOn, MONTHS_OF_AGE)) throw memberError('JOINED_UNDER_AGE');
  if ((kind === 'FORMAL') !== (confirmedOn !== null)) throw memberError('CONFIRMATION_DATE');
  if (confirmedOn === null) return;
  if (confirmedOn > today) throw memberError('MEMBER_DATE_FUTURE', { field: '转正日期' });
  const earliest = joinedOn < PROBATION_SINCE ? joinedOn : addMonths(joinedOn, MONTHS_OF_PROBATION);
  if (confirmedOn < earliest) throw memberError('PROBATION_TOO_SHORT', { earliest });
}

/** Members are in branches; cells, committees and leadership bodies have none of their own (党章 Art 8). */
export function assertHoldsMembers(kind: OrganizationKind): void {
  const { level, mayHaveMembers, name } = KIND_FACTS[kind];
  if (level !== 1 || !mayHaveMembers) throw memberError('BRANCH_REQUIRED', { kind: name });
}

/** `138****5678`: for the trail, which proves that something changed and need not repeat it. */
export function maskPhone(phone: string | null): string | null {
  return phone && `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
