import type { IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { FigureRepository } from '../data/figure.repository';
import type { ReportEntity } from '../data/report.entity';
import { ReportTextRepository } from '../data/report-text.repository';
import { UnitBurdenRepository } from '../data/unit-burden.repository';
import { handedIn } from '../domain/burden';
import type { FieldValues } from '../domain/field-value';
import { figuresOf } from '../domain/figures';
import { searchableText } from '../domain/searchable-text';
import type { LockedReport } from './lock-report';

/** What others read of a report that was handed in: its figures, its words, and what it cost the unit. */
export async function keepHandedIn(
  tx: Transaction,
  ids: IdFactory,
  { report: before, form: { fields } }: LockedReport,
  after: ReportEntity,
  values: FieldValues,
): Promise<void> {
  const { taskId } = after;
  if (taskId !== null) {
    await new FigureRepository(tx).replaceFigures(ids.next(), { ...after, taskId }, figuresOf(fields, values));
  }
  await new ReportTextRepository(tx).replaceText(after, searchableText(after.title, fields, values));
  const first = before.firstSubmittedAt === null;
  await new UnitBurdenRepository(tx).addHandedIn(
    after.unitId,
    handedIn({ first, minutes: before.minutesSpent }, after.minutesSpent),
  );
}
