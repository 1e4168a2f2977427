import { characterCount } from '@hub/core';

import { holdsIdNumber } from './id-number';
import { memberError } from './member.errors';

/** Values of level 4 that a reveal may ask for. */
export const MEMBER_SECRETS = { ID_NUMBER: '公民身份号码' } as const;

export type MemberSecret = keyof typeof MEMBER_SECRETS;

/** Reveals and searches by id number, together, of one account on one day: who needs more is copying the register. */
export const SENSITIVE_READS_A_DAY = 100;

const PURPOSE_LENGTH = { shortest: 3, longest: 200 } as const;

/** The purpose as it is written into the trail; it must say something, and not what it is about to read. */
export function assertPurpose(text: string): string {
  const purpose = text.trim();
  const length = characterCount(purpose);
  const says = characterCount(purpose.replace(/[^\p{L}\p{N}]/gu, '')) >= PURPOSE_LENGTH.shortest;
  if (!says || length > PURPOSE_LENGTH.longest) throw memberError('PURPOSE_REQUIRED');
  if (holdsIdNumber(purpose)) throw memberError('TEXT_HOLDS_ID_NUMBER');
  return purpose;
}
