import { type FieldValue, type FieldValues, figureOf, valueAt } from '../field-value';
import { combine, type Fraction, fractionOf, roundedDecimal } from '../fraction';
import type { TemplateField } from '../template-field';
import { compareTexts } from './compare-texts';
import type { FigureChange, ValueDifference } from './difference';
import { identityOf } from './value-identity';

/** Fields that do not say the same on both sides, in their order. Tables are told as a whole. */
export function compareValues(fields: readonly TemplateField[], from: FieldValues, to: FieldValues): ValueDifference[] {
  return fields.flatMap((field) => {
    const [before, after] = [valueAt(from, field.key), valueAt(to, field.key)];
    if (before === null && after === null) return [];
    if (before !== null && after !== null) {
      return identityOf(before) === identityOf(after) ? [] : [changed(field, before, after)];
    }
    const change = before === null ? 'ADDED' : 'REMOVED';
    return [{ field, change, from: before, to: after, figure: null, passages: null }];
  });
}

const changed = (field: TemplateField, from: FieldValue, to: FieldValue): ValueDifference => ({
  field,
  change: 'CHANGED',
  from,
  to,
  figure: figureChange(from, to),
  passages: from.type === 'TEXT' && to.type === 'TEXT' ? compareTexts(from.text, to.text) : null,
});

const HUNDRED: Fraction = { over: 100n, under: 1n };

function figureChange(from: FieldValue, to: FieldValue): FigureChange | null {
  const [before, after] = [figureOf(from), figureOf(to)];
  const [earlier, later] = [before, after].map((figure) => (figure === null ? null : fractionOf(figure)));
  if (!earlier || !later || before === null || after === null) return null;
  const by = combine('-', later, earlier);
  if (by === null) return null;
  const share = combine('/', by, earlier.over < 0n ? { ...earlier, over: -earlier.over } : earlier);
  const percent = share && combine('*', share, HUNDRED);
  return {
    by: roundedDecimal(by, Math.max(decimalsOf(before), decimalsOf(after))),
    percent: percent && roundedDecimal(percent, 2),
  };
}

const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;
