import { isFen } from '@hub/core';

import { type FieldValue, type FieldValues, figureOf, valueAt } from './field-value';
import { evaluate, type Formula, parseFormula } from './formula-syntax';
import { type Fraction, fractionOf, roundedDecimal } from './fraction';
import type { TemplateField } from './template-field';

/**
 * The values of the derived fields, from those of the others; what stands in a derived field itself is not looked at.
 * Without all of its operands, for a division by zero and beyond what a field holds there is no value. A derived field
 * that another one uses counts as it is shown, so that people can follow the sum with a pencil.
 */
export function derive(fields: readonly TemplateField[], values: FieldValues): FieldValues {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const derived = new Map<string, FieldValue | null>();
  const current = (key: string): FieldValue | null => {
    const field = byKey.get(key);
    if (field?.origin.by !== 'DERIVED') return valueAt(values, key);
    const known = derived.get(key);
    if (known !== undefined) return known;
    // Cycles are refused when a template is published; one that were here would find no value.
    derived.set(key, null);
    const value = shown(
      field,
      evaluate(parseFormula(field.origin.formula), (operand) => figure(current(operand))),
    );
    derived.set(key, value);
    return value;
  };
  const entries = fields
    .filter(({ origin }) => origin.by === 'DERIVED')
    .map(({ key }): [string, FieldValue | null] => [key, current(key)]);
  return Object.fromEntries(entries.filter((entry): entry is [string, FieldValue] => entry[1] !== null));
}

function figure(value: FieldValue | null): Fraction | null {
  const text = value === null ? null : figureOf(value);
  return text === null ? null : fractionOf(text);
}

function shown({ type, decimals = 0 }: TemplateField, result: Fraction | null): FieldValue | null {
  if (result === null) return null;
  if (type === 'MONEY') {
    const fen = Number(roundedDecimal(result, 0));
    return isFen(fen) ? { type, fen } : null;
  }
  const number = roundedDecimal(result, decimals);
  return hasTooManyDigits(number) ? null : { type: 'NUMBER', number };
}

/** More than 15 digits before the point are no number of a report, and no spreadsheet shows them whole. */
export const hasTooManyDigits = (decimal: string): boolean => /^-?\d{16}/.test(decimal);

/**
 * How often money stands in the result: 0 for a number, 1 for an amount. Null where amounts and numbers are added up, so
 * that no formula puts fen beside times or yuan beside fen.
 */
export function moneyPower(formula: Formula, isMoney: (key: string) => boolean): number | null {
  if ('number' in formula) return 0;
  if ('key' in formula) return isMoney(formula.key) ? 1 : 0;
  const left = moneyPower(formula.left, isMoney);
  const right = moneyPower(formula.right, isMoney);
  if (left === null || right === null) return null;
  if (formula.operator === '*') return left + right;
  if (formula.operator === '/') return left - right;
  return left === right ? left : null;
}
