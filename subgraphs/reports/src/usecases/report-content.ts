import type { PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportEntity, ReportVisibility } from '../data/report.entity';
import type { ReportVersionEntity } from '../data/report-version.entity';
import { ReportVersionRepository } from '../data/report-version.repository';
import { assertValues } from '../domain/check-values';
import type { FieldValues } from '../domain/field-value';
import { filledValues } from '../domain/filled-values';
import { reportError } from '../domain/report.errors';
import { askedValues } from '../domain/said-words';
import { knownValues } from './known-values';
import type { LockedReport } from './lock-report';

/** What a report says, and as which of its versions. */
export interface Content {
  readonly number: number;
  readonly values: FieldValues;
}

/** Words nobody handed in are the unit's; those of the work committee's own branch lie with its office anyway. */
export const draftVisibility = ({ side }: PersonActor): ReportVisibility => (side === 'office' ? 'COMMITTEE' : 'UNIT');

/**
 * Autosave: rewrites what the same person wrote last; another person, and whoever goes on after a frozen version, begins the
 * next. Answers with its number.
 */
export async function writeContent(
  tx: Transaction,
  report: ReportEntity,
  values: FieldValues,
  person: PersonActor,
): Promise<number> {
  const versions = new ReportVersionRepository(tx);
  const newest = await versions.newest(report);
  if (newest && newest.frozenAt === null && newest.savedByAccountId === person.accountId) {
    await versions.rewrite(report.reportId, newest.number, values);
    return newest.number;
  }
  const number = (newest?.number ?? 0) + 1;
  await versions.insert(report, { number, values, visibility: draftVisibility(person), frozenAt: null }, person);
  return number;
}

/** Throws REPORT_EMPTY, or REPORT_FIELDS_INVALID when something that is asked for is missing. */
export async function assertComplete(tx: Transaction, { report, form }: LockedReport): Promise<ReportVersionEntity> {
  const newest = await new ReportVersionRepository(tx).newest(report);
  if (newest === null) throw reportError('REPORT_EMPTY');
  assertValues(form.fields, askedValues(form.fields, newest.values), { complete: true });
  return newest;
}

/**
 * The words as they are signed or handed in, with what the hub knows and computes stamped into them. A version that is frozen
 * already stays as it was: the next one says the same with what is known today.
 */
export async function freezeContent(tx: Transaction, locked: LockedReport, person: PersonActor): Promise<Content> {
  const { report, form } = locked;
  const newest = await assertComplete(tx, locked);
  const [known] = await knownValues(tx, form.fields, [report]);
  const values = filledValues(form.fields, newest.values, known);
  const versions = new ReportVersionRepository(tx);
  if (newest.frozenAt === null) {
    await versions.freeze(report.reportId, newest.number, values);
    return { number: newest.number, values };
  }
  const number = newest.number + 1;
  await versions.insert(report, { number, values, visibility: draftVisibility(person), frozenAt: tx.now }, person);
  return { number, values };
}

/** What a leader signed is what is handed in; without a signature it is frozen now. */
export async function contentToHandIn(tx: Transaction, locked: LockedReport, person: PersonActor): Promise<Content> {
  const { report } = locked;
  if (report.state !== 'UNIT_SIGNED') return freezeContent(tx, locked, person);
  const signed = await new ReportVersionRepository(tx).newest(report);
  if (signed === null) throw reportError('REPORT_EMPTY');
  return { number: signed.number, values: signed.values };
}
