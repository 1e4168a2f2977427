import type { Id } from '@hub/core';
import type { FieldCipher } from '@hub/persistence';

import { maskIdNumber } from '../domain/id-number';
import type { MemberEntity } from './member.entity';

const COLUMN = 'organization.member.id_number';

/** What a row keeps of an id number: sealed, the hash it is found by, and what is shown of it. */
export type SealedIdNumber = Pick<MemberEntity, 'idNumber' | 'idNumberHash' | 'idNumberMasked'>;

export function sealIdNumber(
  cipher: FieldCipher,
  { committeeId, memberId }: Pick<MemberEntity, 'committeeId' | 'memberId'>,
  idNumber: string,
): SealedIdNumber {
  return {
    idNumber: cipher.encrypt(idNumber, { column: COLUMN, committeeId, rowId: memberId }),
    idNumberHash: hashIdNumber(cipher, committeeId, idNumber),
    idNumberMasked: maskIdNumber(idNumber),
  };
}

export function hashIdNumber(cipher: FieldCipher, committeeId: Id, idNumber: string): Buffer {
  return cipher.searchHash(idNumber, { column: COLUMN, committeeId });
}

export function openIdNumber(
  cipher: FieldCipher,
  { committeeId, memberId, idNumber }: Pick<MemberEntity, 'committeeId' | 'memberId' | 'idNumber'>,
): string {
  return cipher.decrypt(idNumber, { column: COLUMN, committeeId, rowId: memberId });
}
