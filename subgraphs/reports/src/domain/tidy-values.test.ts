import type { FieldValue } from './field-value';
import { tidyValues } from './tidy-values';

test.each<[FieldValue, FieldValue | undefined]>([
  [{ type: 'TEXT', text: '' }, undefined],
  [{ type: 'TEXT', text: ' \u3000\r\n\t' }, undefined],
  [
    { type: 'TEXT', text: '\n \n\u3000\u3000一是\r二是 \n' },
    { type: 'TEXT', text: '\u3000\u3000一是\n二是' },
  ],
  [{ type: 'NUMBER', number: ' ' }, undefined],
  [
    { type: 'NUMBER', number: '007.50' },
    { type: 'NUMBER', number: '7.50' },
  ],
  [
    { type: 'NUMBER', number: '－１２．５' },
    { type: 'NUMBER', number: '-12.5' },
  ],
  [
    { type: 'NUMBER', number: '−3' },
    { type: 'NUMBER', number: '-3' },
  ],
  [
    { type: 'NUMBER', number: '-0.0' },
    { type: 'NUMBER', number: '0.0' },
  ],
  [
    { type: 'NUMBER', number: '+5' },
    { type: 'NUMBER', number: '5' },
  ],
  [
    { type: 'NUMBER', number: '1e3' },
    { type: 'NUMBER', number: '1e3' },
  ],
  [
    { type: 'MONEY', fen: 0 },
    { type: 'MONEY', fen: 0 },
  ],
  [{ type: 'CHOICE', choices: [] }, undefined],
  [
    { type: 'CHOICE', choices: ['是', '是'] },
    { type: 'CHOICE', choices: ['是'] },
  ],
  [{ type: 'FILE', fileIds: [] }, undefined],
  [{ type: 'TABLE', rows: [] }, undefined],
  [{ type: 'TABLE', rows: [{}, { a: { type: 'TEXT', text: ' ' } }] }, undefined],
  [
    { type: 'TABLE', rows: [{}, { a: { type: 'NUMBER', number: '01' } }] },
    { type: 'TABLE', rows: [{ a: { type: 'NUMBER', number: '1' } }] },
  ],
])('%j is kept as %j', (given, kept) => {
  expect(tidyValues({ it: given })).toEqual(kept === undefined ? {} : { it: kept });
});
