import { randomBytes } from 'node:crypto';

import { createFieldCipher } from './field-cipher';

const place = { column: 'organization.member.id_number', committeeId: 'c1', rowId: 'r1' };
const ID_NUMBER = '410802199001011234';
const first = randomBytes(32);
const search = randomBytes(32);
const cipher = createFieldCipher({ versions: new Map([[1, first]]), search });

test('a value comes back as it was, and never looks the same twice', () => {
  const sealed = [cipher.encrypt(ID_NUMBER, place), cipher.encrypt(ID_NUMBER, place)] as const;
  expect(sealed.map((each) => cipher.decrypt(each, place))).toEqual([ID_NUMBER, ID_NUMBER]);
  expect(sealed[0].equals(sealed[1])).toBe(false);
  expect(sealed[0].includes(ID_NUMBER)).toBe(false);
  expect(cipher.decrypt(cipher.encrypt('', place), place)).toBe('');
});

test.each([
  ['row', { ...place, rowId: 'r2' }],
  ['column', { ...place, column: 'organization.member.phone' }],
  ['committee', { ...place, committeeId: 'c2' }],
])('a value copied into another %s does not open', (_, elsewhere) => {
  expect(() => cipher.decrypt(cipher.encrypt(ID_NUMBER, place), elsewhere)).toThrow();
});

test('no byte of a value can be changed', () => {
  const sealed = cipher.encrypt(ID_NUMBER, place);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => cipher.decrypt(changed, place)).toThrow();
  }
  expect(() => cipher.decrypt(sealed.subarray(0, 20), place)).toThrow('not an encrypted value');
});

test('a new key writes, an older one still reads, and one that is gone does not', () => {
  const old = cipher.encrypt(ID_NUMBER, place);
  const second = randomBytes(32);
  const both = createFieldCipher({
    versions: new Map([
      [1, first],
      [2, second],
    ]),
    search,
  });
  expect(both.decrypt(old, place)).toBe(ID_NUMBER);
  const renewed = both.encrypt(ID_NUMBER, place);
  expect([old, renewed].map(both.keyVersion)).toEqual([1, 2]);
  const later = createFieldCipher({ versions: new Map([[2, second]]), search });
  expect(later.decrypt(renewed, place)).toBe(ID_NUMBER);
  expect(() => later.decrypt(old, place)).toThrow('no data key of version 1');
});

test('a search hash is the same after a rotation, and its own in each column and committee', () => {
  const hash = cipher.searchHash(ID_NUMBER, place);
  const rotated = createFieldCipher({ versions: new Map([[2, randomBytes(32)]]), search });
  expect(rotated.searchHash(ID_NUMBER, place)).toEqual(hash);
  for (const other of [
    { ...place, column: 'x' },
    { ...place, committeeId: 'c2' },
  ]) {
    expect(cipher.searchHash(ID_NUMBER, other)).not.toEqual(hash);
  }
  const stranger = createFieldCipher({ versions: new Map([[1, first]]), search: randomBytes(32) });
  expect(stranger.searchHash(ID_NUMBER, place)).not.toEqual(hash);
});

test('without a key there is no cipher', () => {
  expect(() => createFieldCipher({ versions: new Map(), search })).toThrow();
});
