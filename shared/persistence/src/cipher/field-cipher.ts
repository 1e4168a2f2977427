import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import type { Id } from '@hub/core';

import type { DataKeys } from './data-keys';

/** Where an encrypted value belongs. It is bound to its place: copied into another row or column it does not open. */
export interface CipherPlace {
  /** `organization.member.id_number`. */
  readonly column: string;
  readonly committeeId: Id;
  readonly rowId: Id;
}

/** The one port to cryptography for columns of level 4 (DOMAIN 1.8). Another algorithm, SM4 say, is another port. */
export interface FieldCipher {
  encrypt(text: string, place: CipherPlace): Buffer;
  /** Throws for a value that was changed, moved, or written under a key that is gone. */
  decrypt(sealed: Buffer, place: CipherPlace): string;
  /** Version of the key a value was written under: a rotation looks for the older ones. */
  keyVersion(sealed: Buffer): number;
  /** Version under which values are written now. */
  readonly currentVersion: number;
  /** Equal for equal texts of one column of one committee, and says nothing without the key. */
  searchHash(text: string, place: Pick<CipherPlace, 'column' | 'committeeId'>): Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Layout 1: layout, key version (2 bytes), iv, tag, text. */
const LAYOUT = 1;
const HEAD_BYTES = 3;
const TEXT_AT = HEAD_BYTES + IV_BYTES + TAG_BYTES;

/** AES-256-GCM with a random nonce: one key may write 2^32 values before it should be rotated (NIST SP 800-38D). */
export function createFieldCipher({ versions, search }: DataKeys): FieldCipher {
  const currentVersion = Math.max(...versions.keys());
  const derived = new Map([...versions].map(([version, key]) => [version, derive(key, 'field-encryption')]));
  const searchKey = derive(search, 'field-search');
  const keyOf = (version: number): Buffer => {
    const key = derived.get(version);
    if (!key) throw new Error(`no data key of version ${version}`);
    return key;
  };
  keyOf(currentVersion);
  const keyVersion = (sealed: Buffer): number => {
    if (sealed.length < TEXT_AT || sealed[0] !== LAYOUT) throw new Error('not an encrypted value');
    return sealed.readUInt16BE(1);
  };
  return {
    currentVersion,
    keyVersion,
    encrypt(text, place) {
      const head = Buffer.from([LAYOUT, currentVersion >> 8, currentVersion & 0xff]);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, keyOf(currentVersion), iv).setAAD(boundTo(head, place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
    },
    decrypt(sealed, place) {
      const key = keyOf(keyVersion(sealed));
      const head = sealed.subarray(0, HEAD_BYTES);
      const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES))
        .setAAD(boundTo(head, place))
        .setAuthTag(sealed.subarray(HEAD_BYTES + IV_BYTES, TEXT_AT));
      return Buffer.concat([decipher.update(sealed.subarray(TEXT_AT)), decipher.final()]).toString('utf8');
    },
    searchHash: (text, { column, committeeId }) =>
      createHmac('sha256', searchKey).update(`${column}\0${committeeId}\0${text}`).digest(),
  };
}

/** The version of the key in SQL, for a rotation to find the older ones. Of a constant only. */
export const keyVersionSql = (column: string): string => `(get_byte(${column}, 1) * 256 + get_byte(${column}, 2))`;

const derive = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));

const boundTo = (head: Buffer, { column, committeeId, rowId }: CipherPlace): Buffer =>
  Buffer.concat([head, Buffer.from(`${column}\0${committeeId}\0${rowId}`)]);
