import type { Id } from '@hub/core';
import type { FieldCipher } from '@hub/persistence';

/** What is kept of a channel under seal: where to write to, and with what to sign. */
export type SealedPart = 'address' | 'secret';

export interface PreferenceKey {
  readonly committeeId: Id;
  readonly preferenceId: Id;
}

const placeOf = (part: SealedPart, { committeeId, preferenceId }: PreferenceKey) => ({
  column: `organization.notice_preference.${part}`,
  committeeId,
  rowId: preferenceId,
});

export const sealedPart = {
  seal: (cipher: FieldCipher, part: SealedPart, key: PreferenceKey, text: string): Buffer =>
    cipher.encrypt(text, placeOf(part, key)),
  open: (cipher: FieldCipher, part: SealedPart, key: PreferenceKey, sealed: Buffer): string =>
    cipher.decrypt(sealed, placeOf(part, key)),
};
