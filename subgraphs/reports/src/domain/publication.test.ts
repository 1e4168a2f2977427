import { refusalOf } from '@hub/testing';
import { publishedFields } from './publication';
import type { TemplateField } from './template-field';

const fieldOf = (key: string, type: TemplateField['type'] = 'TEXT'): TemplateField => ({
  key,
  label: key,
  type,
  origin: { by: 'ASKED' },
  required: false,
});

const FIELDS = [fieldOf('summary'), fieldOf('body'), fieldOf('proof', 'FILE'), fieldOf('author')];
const VALUES = {
  body: { type: 'TEXT', text: '正文' },
  summary: { type: 'TEXT', text: '摘要' },
  proof: { type: 'FILE', fileIds: ['f1'] },
} as const;

test('shows the chosen fields in the order of the template', () => {
  expect(publishedFields(FIELDS, VALUES, ['body', 'summary', 'body'])).toEqual([
    { field: FIELDS[0], value: VALUES.summary },
    { field: FIELDS[1], value: VALUES.body },
  ]);
});

test.each([
  ['no field', []],
  ['a field that was left empty', ['body', 'author']],
  ['a field that is not there', ['body', 'other']],
  ['a file', ['body', 'proof']],
])('does not show %s', (_, keys) => {
  expect(refusalOf(() => publishedFields(FIELDS, VALUES, keys))).toBe('PUBLISHED_FIELDS_INVALID');
});
