import { characterCount, formatYuan, isFen, isId, isLocalDate, isPlainText } from '@hub/core';

import { type FieldPlace, type FieldProblem, type FieldProblemReason, fieldProblem } from './field-problem';
import type { FieldValue } from './field-value';
import { hasTooManyDigits } from './formula';
import type { FieldType, TemplateField } from './template-field';

/** What holds where a template says nothing. */
export const DEFAULT_LIMITS = { maxLength: 5000, maxRows: 100, maxFiles: 10 } as const;

type Of<T extends FieldType> = Extract<FieldValue, { type: T }>;
type Check<T extends FieldType> = (
  field: TemplateField,
  value: Of<T>,
  found: Found,
  complete: boolean,
) => Iterable<FieldProblem>;

/** A problem at the place that is looked at. */
type Found = (reason: FieldProblemReason, details?: Readonly<Record<string, string | number>>) => FieldProblem;

export const foundAt =
  (place: FieldPlace): Found =>
  (reason, details) =>
    fieldProblem(place, reason, details);

/** By type, what is wrong with a value of the right type. Tables are looked at cell by cell elsewhere. */
export const VALUE_CHECKS: { readonly [T in Exclude<FieldType, 'TABLE'>]: Check<T> } = {
  TEXT: checkText,
  NUMBER: checkNumber,
  MONEY: checkMoney,
  DATE: function* (_, { date }, found) {
    if (!isLocalDate(date)) yield found('DATE_INVALID');
  },
  CHOICE: checkChoice,
  FILE: function* ({ maxFiles = DEFAULT_LIMITS.maxFiles }, { fileIds }, found) {
    if (fileIds.length > maxFiles) yield found('FILE_TOO_MANY', { limit: maxFiles });
    if (!fileIds.every(isId)) yield found('ID_INVALID');
  },
  DOCUMENT: (_, { documentId }, found) => checkId(documentId, found),
  UNIT: (_, { unitId }, found) => checkId(unitId, found),
  ORGANIZATION: (_, { organizationId }, found) => checkId(organizationId, found),
};

function* checkText(
  { minLength = 0, maxLength = DEFAULT_LIMITS.maxLength }: TemplateField,
  { text }: Of<'TEXT'>,
  found: Found,
  complete: boolean,
): Iterable<FieldProblem> {
  // No character takes more than two places: what is far too long is not counted.
  if (text.length > 2 * maxLength) return yield found('TEXT_TOO_LONG', { limit: maxLength });
  const actual = characterCount(text);
  if (actual > maxLength) yield found('TEXT_TOO_LONG', { limit: maxLength });
  if (complete && actual < minLength) yield found('TEXT_TOO_SHORT', { limit: minLength, actual });
  if (!isPlainText(text)) yield found('CONTROL_CHARACTERS');
}

const DECIMAL = /^-?\d{1,40}(?:\.(\d{1,40}))?$/;

function* checkNumber(field: TemplateField, { number }: Of<'NUMBER'>, found: Found): Iterable<FieldProblem> {
  const { decimals = 0, min, max } = field;
  const parts = DECIMAL.exec(number);
  if (parts === null) return yield found('NUMBER_FORM');
  if (hasTooManyDigits(number)) return yield found('NUMBER_DIGITS');
  if ((parts[1] ?? '').length > decimals) yield found('NUMBER_DECIMALS', { limit: decimals });
  yield* checkRange(Number(number), { min, max }, found, String);
}

function* checkMoney({ min, max }: TemplateField, { fen }: Of<'MONEY'>, found: Found): Iterable<FieldProblem> {
  if (!isFen(fen)) return yield found('MONEY_FORM');
  yield* checkRange(fen, { min, max }, found, (limit) => `${formatYuan(limit)} 元`);
}

function* checkRange(
  value: number,
  { min, max }: Pick<TemplateField, 'min' | 'max'>,
  found: Found,
  shown: (limit: number) => string,
): Iterable<FieldProblem> {
  if (min !== undefined && value < min) yield found('NUMBER_BELOW', { limit: shown(min) });
  if (max !== undefined && value > max) yield found('NUMBER_ABOVE', { limit: shown(max) });
}

function* checkChoice(
  { options = [], multiple = false }: TemplateField,
  { choices }: Of<'CHOICE'>,
  found: Found,
): Iterable<FieldProblem> {
  const choice = choices.find((each) => !options.includes(each));
  if (choice !== undefined) yield found('CHOICE_UNKNOWN', { choice: choice.slice(0, 20) });
  if (!multiple && choices.length > 1) yield found('CHOICE_SINGLE');
}

function* checkId(id: string, found: Found): Iterable<FieldProblem> {
  if (!isId(id)) yield found('ID_INVALID');
}
