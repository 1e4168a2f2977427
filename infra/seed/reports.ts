import { addMonths, type Id, type LocalDate, type PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';

import { INFORMATION_TITLE, informationFields, MONTHLY } from './report-words';
import { act, type Made, send } from './send';

interface SeedUnit {
  readonly clerk: PersonActor;
  readonly leader: PersonActor;
}

export interface SeedReporting {
  readonly clerk: PersonActor;
  readonly checker: PersonActor;
  /** Units that have something to say already. */
  readonly units: readonly SeedUnit[];
  readonly allUnitsGroupId: Id;
  readonly today: LocalDate;
}

interface Template {
  readonly id: Id;
  readonly kind: string;
  readonly currentNumber: number;
}

const PLEDGED = { notClassifiedPledge: true, publicAllowed: true };

/** Templates to begin with, a month that is asked of all and answered by some, the plan for those to come, and 信息 that all may read. */
export async function seedReports(reports: OpenSubgraph, given: SeedReporting): Promise<void> {
  const { adoptStarterTemplates: templates } = await send<{ adoptStarterTemplates: Template[] }>(
    reports,
    given.checker,
    'mutation { adoptStarterTemplates { id kind currentNumber } }',
  );
  const templateOf = (kind: string): Template => {
    const found = templates.find((template) => template.kind === kind);
    if (!found) throw new Error(`no starter template is ${kind}`);
    return found;
  };
  await monthlyRound(reports, given, templateOf('MONTHLY'));
  await monthsToCome(reports, given, templateOf('MONTHLY'));
  await publishedInformation(reports, given, templateOf('INFORMATION'));
}

/** What every month is asked, and this one's answers. */
async function monthlyRound(reports: OpenSubgraph, given: SeedReporting, template: Template): Promise<void> {
  const { clerk, units, allUnitsGroupId, today } = given;
  const periodKey = today.slice(0, 7);
  const asked = { kind: 'MONTHLY', templateId: template.id, audience: { groups: [{ groupId: allUnitsGroupId }] } };
  await act(reports, clerk, 'openReportTask', 'OpenReportTaskInput', {
    ...asked,
    title: `${periodKey} 党建工作月报`,
    periodKey,
    templateVersion: template.currentNumber,
  });
  for (const [index, unit] of units.entries()) await handIn(reports, unit, MONTHLY[index] ?? []);
}

/** From the next month on nobody has to think of it. */
async function monthsToCome(reports: OpenSubgraph, given: SeedReporting, template: Template): Promise<void> {
  const { clerk, allUnitsGroupId, today } = given;
  await act(reports, clerk, 'createReportPlan', 'CreateReportPlanInput', {
    kind: 'MONTHLY',
    name: '党建工作月报',
    templateId: template.id,
    audience: { groups: [{ groupId: allUnitsGroupId }] },
    firstPeriod: addMonths(`${today.slice(0, 7)}-01`, 1).slice(0, 7),
  });
}

/** A unit writes its report, its leader signs, the unit hands it in. */
async function handIn(reports: OpenSubgraph, { clerk, leader }: SeedUnit, fields: readonly object[]): Promise<void> {
  const asked = await askedOf(reports, clerk);
  const saved = await move(reports, clerk, 'saveReport', 'SaveReportInput', asked, { fields });
  const sent = await move(reports, clerk, 'sendReportForReview', 'ReportDecisionInput', saved);
  const signed = await move(reports, leader, 'signReport', 'ReportDecisionInput', sent);
  await move(reports, clerk, 'submitReport', 'SubmitReportInput', signed, { ...PLEDGED, minutesSpent: 15 });
}

async function askedOf(reports: OpenSubgraph, clerk: PersonActor): Promise<Made> {
  const query = '{ reports(box: WORKED_ON, first: 1) { nodes { id version } } }';
  const { reports: owed } = await send<{ reports: { nodes: Made[] } }>(reports, clerk, query);
  const [report] = owed.nodes;
  if (!report) throw new Error('nothing was asked of the unit');
  return report;
}

async function publishedInformation(reports: OpenSubgraph, given: SeedReporting, template: Template): Promise<void> {
  const { checker, today, units } = given;
  const clerk = units[0]?.clerk;
  if (!clerk) return;
  const draft = await act(reports, clerk, 'startReport', 'StartReportInput', {
    kind: 'INFORMATION',
    title: INFORMATION_TITLE,
    templateId: template.id,
    templateVersion: template.currentNumber,
  });
  const fields = informationFields(today);
  const saved = await move(reports, clerk, 'saveReport', 'SaveReportInput', draft, { fields });
  const sent = await move(reports, clerk, 'submitReport', 'SubmitReportInput', saved, PLEDGED);
  const accepted = await move(reports, checker, 'acceptReport', 'ReportDecisionInput', sent);
  const fieldKeys = fields.map(({ key }) => key);
  await move(reports, checker, 'publishReport', 'PublishReportInput', accepted, { fieldKeys, readers: 'ALL' });
}

/** An act on a report as it stands after the one before. */
function move(
  reports: OpenSubgraph,
  actor: PersonActor,
  mutation: string,
  type: string,
  { id, version }: Made,
  more: object = {},
): Promise<Made> {
  return act(reports, actor, mutation, type, { reportId: id, expectedVersion: version, ...more });
}
