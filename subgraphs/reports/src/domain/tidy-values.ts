import { tidyText } from '@hub/core';

import type { FieldValue, FieldValues, TableRow } from './field-value';

/** Longer ones are refused as they are: no work is done on ten megabytes. */
const TIDIED_LENGTH = 50_000;
const NUMBER_LENGTH = 60;

/** Values as the hub keeps them: one form of each text and number, and nothing for what is blank. */
export function tidyValues(values: FieldValues): FieldValues {
  const entries = Object.entries(values).flatMap(([key, value]): [string, FieldValue][] => {
    const kept = tidied(value);
    return kept === null ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries);
}

function tidied(value: FieldValue): FieldValue | null {
  switch (value.type) {
    case 'TEXT': {
      const text = tidyPassage(value.text);
      return text === '' ? null : { type: 'TEXT', text };
    }
    case 'NUMBER': {
      const number = tidyNumber(value.number);
      return number === '' ? null : { type: 'NUMBER', number };
    }
    case 'CHOICE': {
      const choices = [...new Set(value.choices)];
      return choices.length === 0 ? null : { type: 'CHOICE', choices };
    }
    case 'FILE': {
      const fileIds = [...new Set(value.fileIds)];
      return fileIds.length === 0 ? null : { type: 'FILE', fileIds };
    }
    case 'TABLE': {
      const rows = value.rows.map((row): TableRow => tidyValues(row)).filter((row) => Object.keys(row).length > 0);
      return rows.length === 0 ? null : { type: 'TABLE', rows };
    }
    default:
      return value;
  }
}

/** Paragraphs keep the spaces they begin with; blank lines around the whole go. */
function tidyPassage(text: string): string {
  if (text.length > TIDIED_LENGTH) return text;
  return tidyText(text)
    .trimEnd()
    .replace(/^\s*\n/u, '');
}

const DECIMAL = /^([+-]?)0*(\d+(?:\.\d+)?)$/;

/** `００７` is 7 and `-0` is 0; what is no decimal stays as it is, to be refused. */
function tidyNumber(raw: string): string {
  if (raw.length > NUMBER_LENGTH) return raw;
  const text = raw.normalize('NFKC').replace(/−/g, '-').trim();
  const [, sign, digits] = DECIMAL.exec(text) ?? [];
  if (digits === undefined) return text;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
