import { type Id, localDate, type PersonActor } from '@hub/core';
import { guardSecrecy, holdDirectory, requirePerson, type Transaction } from '@hub/persistence';

import { type OwnOrganization, organizationOfUnit } from '../data/own-organization.read-model';
import { ReportRepository } from '../data/report.repository';
import { type UsableTemplate, usableTemplate } from '../data/usable-template.read-model';
import { assertPeriodOfKind, type PeriodKey } from '../domain/period';
import { reportError } from '../domain/report.errors';
import { reportPolicy } from '../domain/report.policy';
import { isSpontaneous, REPORT_KIND_NAMES, type ReportKind } from '../domain/report-kind';
import { reportTaskError } from '../domain/report-task.errors';
import { cleanReportTitle } from '../domain/report-title';
import type { ReportsContext } from './context';
import { draftVisibility } from './report-content';

export interface StartReportInput {
  readonly kind: ReportKind;
  readonly title: string;
  readonly templateId: Id;
  /** As it was seen: what is asked changes with it. */
  readonly templateVersion: number;
  /** One of the actor's unit; his own when it is left out. */
  readonly organizationId?: Id | null;
  /** This month when it is left out. */
  readonly periodKey?: PeriodKey | null;
}

/** 新建信息、亮点工作、表彰荣誉: sent without being asked for, and the unit's own until it is handed in. */
export async function startReport(ctx: ReportsContext, input: StartReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { committeeId, unitId } = person;
  reportPolicy.assertMay(person, 'start', { committeeId, unitId });
  if (!isSpontaneous(input.kind)) {
    throw reportError('REPORT_NOT_SPONTANEOUS', { kindName: REPORT_KIND_NAMES[input.kind] });
  }
  const title = cleanReportTitle(input.title);
  await guardSecrecy(ctx, 'reports', { subjectId: null, source: 'REPORT' }, { title });
  return ctx.command('startReport', input, async (tx) => {
    await holdDirectory(tx, 'reports');
    const periodKey = input.periodKey ?? localDate(tx.now).slice(0, 7);
    assertPeriodOfKind(input.kind, periodKey);
    const organization = await organizationOfUnit(tx, input.organizationId ?? person.organizationId, unitId);
    if (organization === null) throw reportError('REPORT_ORGANIZATION_NOT_FOUND');
    const template = await usableTemplate(tx, input.templateId);
    assertTemplateFits(template, input);
    const reportId = ctx.ids.next();
    await insertDraft(tx, person, organization, { ...input, reportId, title, periodKey });
    const { kind } = input;
    const after = { kind, organizationId: organization.organizationId, periodKey };
    tx.audit({ action: 'startReport', objectType: 'report', objectId: reportId, after });
    return reportId;
  });
}

function assertTemplateFits(template: UsableTemplate | null, { kind, templateVersion }: StartReportInput): void {
  if (template?.currentNumber !== templateVersion) {
    throw reportTaskError('TEMPLATE_VERSION_GONE', { current: template?.currentNumber ?? 0 });
  }
  if (template.kind === kind) return;
  const [kindName, templateKindName] = [REPORT_KIND_NAMES[kind], REPORT_KIND_NAMES[template.kind]];
  throw reportTaskError('TEMPLATE_KIND_MISMATCH', { kindName, templateKindName });
}

interface Draft extends StartReportInput {
  readonly reportId: Id;
  readonly periodKey: PeriodKey;
}

async function insertDraft(
  tx: Transaction,
  person: PersonActor,
  organization: OwnOrganization,
  { reportId, kind, title, periodKey, templateId, templateVersion }: Draft,
): Promise<void> {
  await new ReportRepository(tx).start({
    ...organization,
    reportId,
    kind,
    title,
    periodKey,
    templateId,
    templateVersion,
    visibility: draftVisibility(person),
    drafterAccountId: person.accountId,
    drafterName: person.displayName,
  });
}
