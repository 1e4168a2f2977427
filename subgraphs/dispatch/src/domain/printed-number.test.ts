import { refusalOf } from '@hub/testing';
import { assertPrintedNumber, requestedSequence } from './printed-number';

const assigned = { prefix: '焦直文', year: 2020, sequence: 140 };
const paper = (number: string): string =>
  `中共焦作市委市直机关工委\n${number}\n关于开展检查的通知\n各单位：\n现通知如下。`;

describe('the number a paper prints', () => {
  it.each([
    ['焦直文〔2020〕140号', null],
    ['焦直文〔2020〕 号', null],
    ['焦直文[2020]140号', 'NUMBER_FORM'],
    ['焦直文〔2020〕第140号', 'NUMBER_FORM'],
    ['焦直文〔2020〕141号', 'PRINTED_NUMBER_DIFFERS'],
  ])('%s under number 140 is answered with %s', (number, reason) => {
    expect(refusalOf(() => assertPrintedNumber(paper(number), assigned))).toBe(reason);
  });

  it('may be left out', () => {
    expect(refusalOf(() => assertPrintedNumber('关于开展检查的通知\n各单位：\n现通知如下。', assigned))).toBeNull();
  });
});

describe('the number a registrar asks for', () => {
  const series = { prefix: '焦直文', year: 2020 };

  it('is one of the series and year', () => {
    expect(requestedSequence('焦直文〔2020〕140号', series)).toBe(140);
  });

  it.each([
    ['焦直文〔2020〕0号', 'NUMBER_FORM'],
    ['焦直文〔2020〕041号', 'NUMBER_FORM'],
    ['焦直办〔2020〕140号', 'NUMBER_OF_OTHER_SERIES'],
    ['焦直文〔2021〕140号', 'NUMBER_OF_OTHER_SERIES'],
  ])('%s is refused with %s', (number, reason) => {
    expect(refusalOf(() => requestedSequence(number, series))).toBe(reason);
  });
});
