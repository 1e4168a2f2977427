import type { FieldValues } from './field-value';
import { figuresOf } from './figures';
import type { FieldType, TemplateField } from './template-field';

const field = (key: string, type: FieldType): TemplateField => ({
  key,
  label: key,
  type,
  origin: { by: 'ASKED' },
  required: false,
});

test('numbers and money are added up, and a field that says nothing is known to say nothing', () => {
  const fields = [field('held', 'NUMBER'), field('dues', 'MONEY'), field('text', 'TEXT'), field('moved', 'NUMBER')];
  const values: FieldValues = {
    held: { type: 'NUMBER', number: '12.50' },
    dues: { type: 'MONEY', fen: 1250 },
    text: { type: 'TEXT', text: '12' },
  };
  expect([...figuresOf(fields, values)]).toEqual([
    ['held', '12.50'],
    ['dues', '1250'],
    ['moved', null],
  ]);
});
