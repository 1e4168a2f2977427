import { type Id, normalizeNote } from '@hub/core';
import { guardSecrecy, requirePerson, type Transaction } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import { type ReportChange, ReportRepository } from '../data/report.repository';
import { assertContentSize, assertValues } from '../domain/check-values';
import type { FieldValues } from '../domain/field-value';
import { reportError } from '../domain/report.errors';
import { cleanReportTitle } from '../domain/report-title';
import { saidWords } from '../domain/said-words';
import { assertReferencesKnown } from './assert-references';
import type { ReportsContext } from './context';
import { assertTaskGoesOn, lockForDecision, type ReportDecision } from './lock-report';
import { assertMoves } from './move-report';
import { writeContent } from './report-content';
import { assertFilesKnown } from './report-files';

export interface SaveReportInput extends ReportDecision {
  /** All that is filled in so far; what is left out is empty. */
  readonly values: FieldValues;
  /** Only of what nobody asked for; the rest is called as its task is. */
  readonly title?: string | null;
  readonly contactPhone?: string | null;
}

/** 暂存: what is asked for is right as far as it is there; what is missing is said when it is handed in. */
export async function saveReport(ctx: ReportsContext, input: SaveReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  assertContentSize(input.values);
  const title = input.title ? cleanReportTitle(input.title) : null;
  const words = { title: title ?? '', body: saidWords(input.values).join('\n') };
  await guardSecrecy(ctx, 'reports', { subjectId: input.reportId, source: 'REPORT' }, words);
  return ctx.command('saveReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'save', input);
    const { report, form } = locked;
    assertTaskGoesOn(form);
    assertMoves(locked, 'SAVE');
    const values = assertValues(form.fields, input.values, { complete: false });
    await assertReferencesKnown(tx, form.fields, values);
    await assertFilesKnown(tx, { reportId: report.reportId, fields: form.fields, values });
    const contentNumber = await writeContent(tx, report, values, person);
    const drafter = { drafterAccountId: person.accountId, drafterName: person.displayName };
    await new ReportRepository(tx).change(report.reportId, {
      ...drafter,
      ...givenOf(report, { ...input, title }),
      contentNumber,
      startedAt: report.startedAt ?? tx.now,
    });
    noteVersion(tx, report, contentNumber);
    return report.reportId;
  });
}

function givenOf({ taskId }: ReportEntity, { title, contactPhone }: SaveReportInput): ReportChange {
  return {
    ...(taskId === null && title ? { title } : {}),
    ...(contactPhone === undefined ? {} : { contactPhone: phoneOf(contactPhone) }),
  };
}

const PHONE = /^[0-9+()\-—转 ]{5,30}$/;

function phoneOf(raw: string | null): string | null {
  const phone = normalizeNote('联系电话', raw, 30);
  if (phone !== null && !PHONE.test(phone)) throw reportError('CONTACT_PHONE_INVALID');
  return phone;
}

/** A keystroke is no act; who began to write what is kept as a version is. */
function noteVersion(tx: Transaction, { reportId, contentNumber: before }: ReportEntity, contentNumber: number): void {
  if (contentNumber === before) return;
  tx.audit({
    action: 'saveReport',
    objectType: 'report',
    objectId: reportId,
    before: { contentNumber: before },
    after: { contentNumber },
  });
}
