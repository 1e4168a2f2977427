import { DomainError, scanSecrecy } from '@hub/core';
import fc from 'fast-check';

import { readAddresseeLine, readCopyLine } from './addressee-line';
import { normalizeCitation, parseStrict } from './document-number';
import { printedLength } from './economy';
import { parsePrintedText } from './printed-text';
import { evaluateRules } from './routing-rules';
import { reportWith } from './testing/paper';
import { cleanTitle, normalizeBody } from './text-normalization';

const READERS: readonly ((text: string) => unknown)[] = [
  parseStrict,
  normalizeCitation,
  cleanTitle,
  normalizeBody,
  parsePrintedText,
  printedLength,
  readAddresseeLine,
  readCopyLine,
  (text) => scanSecrecy({ title: text, headLines: [text], body: text, fileName: text, ocrText: text }),
  (text) => evaluateRules(reportWith({ text, title: text, addresseeLine: text, copyLine: text })),
];

const FRAGMENTS = [
  '机',
  '密',
  '★',
  ' ',
  '\n',
  '\u3000',
  '〔',
  '2020',
  '〕',
  '号',
  '附件：',
  '请',
  '批示',
  '。',
  '：',
  '\u0000',
  '\ud800',
  '（',
  '𠮷',
];

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('is read or refused by name, never answered with a fault of ours', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of READERS) {
          try {
            read(text);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['spaces', ' '],
    ['a broken marking', '机 '],
    ['markings', '机密'],
    ['digits', '机密1 '],
    ['lines', '机密 \n'],
    ['brackets', '（'],
  ])('of 200 000 characters hangs no reader: %s', (_, unit) => {
    const text = unit.repeat(200_000 / unit.length);
    for (const read of READERS) {
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    }
  });
});
