import { refusalOf } from '@hub/testing';
import { holdsIdNumber, maskIdNumber, normalIdNumber, readIdNumber } from './id-number';

test.each([
  // The example of GB 11643.
  ['11010519491231002X', { bornOn: '1949-12-31', sex: 'FEMALE' }],
  ['410802198503121015', { bornOn: '1985-03-12', sex: 'MALE' }],
  ['410802196002293012', { bornOn: '1960-02-29', sex: 'MALE' }],
  ['410802198503121023', { bornOn: '1985-03-12', sex: 'FEMALE' }],
])('%s says birth date and sex', (number, facts) => {
  expect(readIdNumber(number)).toEqual(facts);
});

test.each([
  ['another check character', '410802198503121016'],
  ['two digits that changed places', '410802198503112015'],
  ['a check character that should be X', '110105194912310020'],
  ['a day there is not, under a right check character', '41080219850231101X'],
  ['a month there is not, under a right check character', '410802198513121019'],
  ['15 digits of before 1999', '410802850312101'],
  ['a region that begins with 0', '010802198503121015'],
  ['letters', '4108021985O3121015'],
  ['nothing', ''],
])('%s is refused', (_, number) => {
  expect(refusalOf(() => readIdNumber(number))).toBe('ID_NUMBER_INVALID');
});

test('a refusal does not repeat the number', () => {
  const refused = (): unknown => {
    try {
      return readIdNumber('410802198503121016');
    } catch (error) {
      return error;
    }
  };
  const { message, details } = refused() as { message: string; details: object };
  expect(`${message}${JSON.stringify(details)}`).not.toContain('41080219850312');
});

test('spaces around it and a small x are put right', () => {
  expect(normalIdNumber(' 11010519491231002x ')).toBe('11010519491231002X');
});

test('the mask leaves the first and the last character', () => {
  expect(maskIdNumber('410802198503121015')).toBe('4****************5');
  expect(maskIdNumber('11010519491231002X')).toBe('1****************X');
});

test.each([
  ['核对410802198503121015的档案', true],
  ['核对 410802 19850312 1015 的档案', true],
  ['核对11010519491231002x的档案', true],
  ['核对 2020 年第 3 季度党员信息', false],
  ['附件 4108021985031210159 号', false],
])('%s: an id number in it: %p', (text, holds) => {
  expect(holdsIdNumber(text)).toBe(holds);
});
