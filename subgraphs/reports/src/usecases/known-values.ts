import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { directoryFacts, type FactTarget, type KnownFacts, keptFacts } from '../data/known-facts.read-model';
import { readingUnits } from '../data/reading-units';
import { type FactCode, factSource, type RegisteredFact } from '../domain/fact-catalogue';
import type { FieldValue, FieldValues } from '../domain/field-value';
import { monthsOfPeriod, type PeriodKey } from '../domain/period';
import type { TemplateField } from '../domain/template-field';

/** Whose report of which period. */
export interface KnownFor {
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly periodKey: PeriodKey;
}

interface KnownField {
  readonly key: string;
  readonly source: RegisteredFact;
}

/**
 * Values of the prefilled fields for a whole set of reports, in its order: one statement for what is kept from events and one
 * for what the directory says, however many there are. What the hub was never told is left out, and so is all of a unit that
 * the reader does not read for.
 */
export async function knownValues(
  tx: ReadTransaction,
  fields: readonly TemplateField[],
  reports: readonly KnownFor[],
): Promise<readonly FieldValues[]> {
  const known = fields.flatMap(knownField);
  if (known.length === 0 || reports.length === 0) return reports.map(() => ({}));
  const targets = reports.map(targetOf);
  const of = (from: RegisteredFact['from']): FactCode[] =>
    known.filter(({ source }) => source.from === from).map(({ source }) => source.code);
  const kept = await keptFacts(tx, of('ITEMS'), targets);
  const told = of('DIRECTORY').length === 0 ? [] : await directoryFacts(tx, targets);
  const units = await readingUnits(tx);
  return targets.map(({ unitId }, index) => {
    if (units !== null && !units.includes(unitId)) return {};
    const facts = new Map([...(kept[index] ?? []), ...(told[index] ?? [])]);
    return Object.fromEntries(known.flatMap((field) => knownValueOf(field, facts)));
  });
}

function knownField({ key, origin }: TemplateField): KnownField[] {
  const source = origin.by === 'PREFILLED' ? factSource(origin.fact) : undefined;
  return source ? [{ key, source }] : [];
}

function targetOf({ organizationId, unitId, periodKey }: KnownFor): FactTarget {
  const months = monthsOfPeriod(periodKey);
  return { organizationId, unitId, fromMonth: months.at(0) as string, toMonth: months.at(-1) as string };
}

/** Where nothing was counted in a month, that is what is known. */
function knownValueOf({ key, source }: KnownField, facts: KnownFacts): [string, FieldValue][] {
  const value = facts.get(source.code) ?? (source.per === 'MONTH' ? '0' : undefined);
  if (value === undefined) return [];
  return [[key, source.type === 'NUMBER' ? { type: 'NUMBER', number: value } : { type: 'TEXT', text: value }]];
}
