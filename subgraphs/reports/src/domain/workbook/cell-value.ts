import { formatYuan, isLocalDate, parseYuan } from '@hub/core';

import type { FieldValue } from '../field-value';
import type { TemplateField } from '../template-field';

/** Between the choices of one cell. */
const BETWEEN = '；';

/** What stands in the cell of a value; null for an empty one. */
export function cellOf(value: FieldValue | null): string | null {
  switch (value?.type) {
    case 'TEXT':
      return value.text;
    case 'NUMBER':
      return value.number;
    case 'MONEY':
      return formatYuan(value.fen);
    case 'DATE':
      return value.date;
    case 'CHOICE':
      return value.choices.join(BETWEEN);
    case 'FILE':
      return `${value.fileIds.length} 个附件`;
    case 'DOCUMENT':
    case 'UNIT':
    case 'ORGANIZATION':
      return '已填';
    default:
      return null;
  }
}

/** The value that a cell holds, as people write it; whether it fits is asked where every value is. Null when it cannot be one. */
export function valueOfCell(field: TemplateField, cell: string): FieldValue | null {
  const text = cell.trim();
  switch (field.type) {
    case 'TEXT':
      return { type: 'TEXT', text: cell };
    case 'NUMBER':
      return { type: 'NUMBER', number: plainNumber(text) };
    case 'MONEY':
      return moneyOf(plainNumber(text));
    case 'DATE':
      return { type: 'DATE', date: plainDate(text) };
    case 'CHOICE':
      return { type: 'CHOICE', choices: choicesOf(field, text) };
    default:
      return null;
  }
}

/** `１，２００.5` and `1,200.5` are 1200.5. */
const plainNumber = (text: string): string => text.normalize('NFKC').replace(/(\d),(?=\d{3}(\D|$))/g, '$1');

const MONEY = /^-?\d{1,14}(\.\d{1,2})?$/;

const moneyOf = (yuan: string): FieldValue | null =>
  MONEY.test(yuan) ? { type: 'MONEY', fen: parseYuan(yuan) } : null;

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function plainDate(text: string): string {
  const [, year, month = '', day = ''] = DATE.exec(text.normalize('NFKC')) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isLocalDate(date) ? date : text;
}

/** An option may hold the mark itself: then the whole cell is one. */
const choicesOf = ({ options = [] }: TemplateField, text: string): string[] =>
  options.includes(text)
    ? [text]
    : text
        .split(/[；;]/)
        .map((choice) => choice.trim())
        .filter((choice) => choice !== '');
