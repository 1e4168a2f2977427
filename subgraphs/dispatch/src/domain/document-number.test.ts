import { refusalOf } from '@hub/testing';
import fc from 'fast-check';

import {
  assertNumberingYear,
  formatDocumentNumber,
  MAX_SEQUENCE,
  normalizeCitation,
  parseStrict,
} from './document-number';

const anyNumber = fc.record({
  prefix: fc.constantFrom('焦直文', '焦直办发', '中办发', '国办函', '焦直'),
  year: fc.integer({ min: 1900, max: 2099 }),
  sequence: fc.integer({ min: 1, max: MAX_SEQUENCE }),
});

describe('a document number on issue', () => {
  it.each(['焦直文〔2020〕141号', '焦直文〔2018〕48号', '中办发〔2012〕14号', '国办函〔2026〕12号'])(
    'accepts %s',
    (text) => {
      expect(formatDocumentNumber(parseStrict(text))).toBe(text);
    },
  );

  it.each([
    '焦直文[2020]141号',
    '焦直文（2020）141号',
    '焦直文【2020】141号',
    '焦直文〔20〕141号',
    '焦直文〔2020〕第141号',
    '焦直文〔2020〕041号',
    '焦直文〔2020〕0号',
    '焦直文〔2020〕141',
    '焦直文〔2020〕１４１号',
    '焦〔2020〕141号',
    '焦直文〔2020〕100000号',
    ' 焦直文〔2020〕141号',
    '焦直文〔2020〕141号\n',
    '',
  ])('refuses %j', (text) => {
    expect(refusalOf(() => parseStrict(text))).toBe('NUMBER_FORM');
  });

  it('is read back as it was written', () => {
    fc.assert(fc.property(anyNumber, (number) => expect(parseStrict(formatDocumentNumber(number))).toEqual(number)));
  });

  it('is never read from a text it would not write', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^焦直文.(19|20)?\d{2}.第?\d{1,6}号?$/u)),
        (text) => {
          if (refusalOf(() => parseStrict(text)) === null) expect(formatDocumentNumber(parseStrict(text))).toBe(text);
        },
      ),
    );
  });
});

describe('a citation on search and import', () => {
  it.each([
    '焦直文[2020]141号',
    '焦直文［2020］141号',
    '焦直文【2020】141号',
    '焦直文（2020）141号',
    '焦直文(2020)141号',
    '焦直文〔2020〕第141号',
    '焦直文〔2020〕0141号',
    '焦直文〔２０２０〕１４１号',
    '焦直文 〔2020〕 141 号',
    '焦直文〔2020〕141',
  ])('understands %s', (text) => {
    expect(normalizeCitation(text)).toEqual({
      kind: 'NUMBER',
      number: { prefix: '焦直文', year: 2020, sequence: 141 },
      text: '焦直文〔2020〕141号',
    });
  });

  it.each(['闽委办发〔xxxx〕x号', '焦直文〔20〕141号', '焦直文〔2020〕0号', '2020年第141号', '焦直文'])(
    'keeps %s as it stands',
    (text) => {
      expect(normalizeCitation(` ${text} `)).toEqual({ kind: 'UNPARSED', text });
    },
  );

  it('reads every strict number as itself', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const text = formatDocumentNumber(number);
        expect(normalizeCitation(text)).toEqual({ kind: 'NUMBER', number, text });
      }),
    );
  });
});

describe('a year of numbers', () => {
  it.each([-2_147_483_648, 0, 1899, 2100, 2_147_483_647])('is not %s', (year) => {
    expect(refusalOf(() => assertNumberingYear(year))).toBe('NUMBER_YEAR');
  });

  it.each([1900, 2020, 2099])('may be %s, which a number can print', (year) => {
    expect(() => assertNumberingYear(year)).not.toThrow();
    const number = { prefix: '焦直文', year, sequence: 1 };
    expect(parseStrict(formatDocumentNumber(number))).toEqual(number);
  });
});
