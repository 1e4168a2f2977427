import { refusalOf } from '@hub/testing';
import { assertPurpose } from './reveal';

test('a purpose is kept without the spaces around it', () => {
  expect(assertPurpose(' 核对档案 ')).toBe('核对档案');
});

test.each([
  ['', 'PURPOSE_REQUIRED'],
  ['核对', 'PURPOSE_REQUIRED'],
  ['。。。。', 'PURPOSE_REQUIRED'],
  ['   -- ', 'PURPOSE_REQUIRED'],
  ['核对档案'.repeat(51), 'PURPOSE_REQUIRED'],
  ['核'.repeat(200), null],
  ['核对 410802198503121015', 'TEXT_HOLDS_ID_NUMBER'],
])('%s gives %p', (purpose, reason) => {
  expect(refusalOf(() => assertPurpose(purpose))).toBe(reason);
});
