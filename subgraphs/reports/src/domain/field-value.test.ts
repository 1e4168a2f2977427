import { type FieldValue, figureOf } from './field-value';
import { FIELD_TYPE_NAMES, isAsked } from './template-field';

test.each<[FieldValue, string | null]>([
  [{ type: 'NUMBER', number: '12.50' }, '12.50'],
  [{ type: 'MONEY', fen: 1250 }, '1250'],
  [{ type: 'TEXT', text: '12' }, null],
  [{ type: 'TABLE', rows: [] }, null],
])('%j adds up as %s', (value, figure) => {
  expect(figureOf(value)).toBe(figure);
  expect(FIELD_TYPE_NAMES).toHaveProperty(value.type);
});

test('what the hub holds or computes is not asked for', () => {
  expect(isAsked({ origin: { by: 'ASKED' } })).toBe(true);
  expect(isAsked({ origin: { by: 'PREFILLED', fact: 'receipts.acknowledged' } })).toBe(false);
  expect(isAsked({ origin: { by: 'DERIVED', formula: 'a + b' } })).toBe(false);
});
