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

/** A report with the fields of its template. */
export interface PrefilledReport extends KnownFor {
  readonly fields: readonly TemplateField[];
}

/** Values of the prefilled fields for reports of one template: see `prefilledValues`. */
export function knownValues(
  tx: ReadTransaction,
  fields: readonly TemplateField[],
  reports: readonly KnownFor[],
): Promise<readonly FieldValues[]> {
  return prefilledValues(
    tx,
    reports.map((report) => ({ ...report, fields })),
  );
}

/**
 * Values of the prefilled fields for a whole set of reports, in its order: one statement for what is kept from events and one
 * for what the directory says, however many there are. What the hub was never told is left out, and so is all of a unit that
 * the reader does not read for.
 */
export async function prefilledValues(
  tx: ReadTransaction,
  reports: readonly PrefilledReport[],
): Promise<readonly FieldValues[]> {
  const sources = [...new Set(reports.flatMap(({ fields }) => fields.flatMap((field) => sourceOf(field) ?? [])))];
  if (sources.length === 0) return reports.map(() => ({}));
  const targets = reports.map(targetOf);
  const of = (from: RegisteredFact['from']): FactCode[] =>
    sources.filter((source) => source.from === from).map(({ code }) => code);
  const kept = await keptFacts(tx, of('ITEMS'), targets);
  const told = of('DIRECTORY').length === 0 ? [] : await directoryFacts(tx, targets);
  const units = await readingUnits(tx);
  return reports.map(({ unitId, fields }, index) => {
    if (units !== null && !units.includes(unitId)) return {};
    const facts = new Map([...(kept[index] ?? []), ...(told[index] ?? [])]);
    return Object.fromEntries(fields.flatMap((field) => known(field, facts)));
  });
}

function sourceOf({ origin }: TemplateField): RegisteredFact | undefined {
  return origin.by === 'PREFILLED' ? factSource(origin.fact) : undefined;
}

function targetOf({ organizationId, unitId, periodKey }: KnownFor): FactTarget {
  const months = monthsOfPeriod(periodKey);
  return { organizationId, unitId, fromMonth: months.at(0) as string, toMonth: months.at(-1) as string };
}

/** Where nothing was counted in a month, that is what is known. */
function known(field: TemplateField, facts: KnownFacts): [string, FieldValue][] {
  const source = sourceOf(field);
  if (!source) return [];
  const value = facts.get(source.code) ?? (source.per === 'MONTH' ? '0' : undefined);
  if (value === undefined) return [];
  return [[field.key, source.type === 'NUMBER' ? { type: 'NUMBER', number: value } : { type: 'TEXT', text: value }]];
}
