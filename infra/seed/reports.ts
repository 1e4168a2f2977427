import type { Id, LocalDate, PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';

import { INFORMATION_TITLE, informationFields } from './report-words';
import { act, type Made, send } from './send';

export interface SeedReporting {
  readonly checker: PersonActor;
  /** Of a unit that has something to tell. */
  readonly unitClerk: PersonActor;
  readonly today: LocalDate;
}

interface Template {
  readonly id: Id;
  readonly kind: string;
  readonly currentNumber: number;
}

const PLEDGED = { notClassifiedPledge: true, publicAllowed: true };

/** Templates to begin with, and 信息 of a unit that all may read. */
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
  await publishedInformation(reports, given, templateOf('INFORMATION'));
}

async function publishedInformation(reports: OpenSubgraph, given: SeedReporting, template: Template): Promise<void> {
  const { checker, today, unitClerk } = given;
  const draft = await act(reports, unitClerk, 'startReport', 'StartReportInput', {
    kind: 'INFORMATION',
    title: INFORMATION_TITLE,
    templateId: template.id,
    templateVersion: template.currentNumber,
  });
  const fields = informationFields(today);
  const saved = await move(reports, unitClerk, 'saveReport', 'SaveReportInput', draft, { fields });
  const sent = await move(reports, unitClerk, 'submitReport', 'SubmitReportInput', saved, PLEDGED);
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
