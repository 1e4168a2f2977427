import { isDeepStrictEqual } from 'node:util';

import type { Id, PersonActor } from '@hub/core';

import type { ReportKind } from '../../../subgraphs/reports/src/domain/report-kind';
import { recount, type Tally } from '../../../subgraphs/reports/src/domain/tally';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import type { OpenTaskInput } from '../../../subgraphs/reports/src/usecases/open-task';
import type { CallOptions } from '../../support';
import { reasonOf } from '../dispatch/paper';
import { numberField, type ReportsDesk } from './reports-world';

/** What a mutation answered about a report, or why it was refused. */
export interface Answer {
  readonly reason: string | null;
  readonly id: Id;
  readonly state: string;
  readonly version: number;
}

export interface ActInput {
  readonly expectedVersion?: number;
  readonly [field: string]: unknown;
}

const INPUTS = {
  saveReport: 'SaveReportInput',
  sendReportForReview: 'ReportDecisionInput',
  sendReportBack: 'SendReportBackInput',
  signReport: 'ReportDecisionInput',
  submitReport: 'SubmitReportInput',
  returnReport: 'ReturnReportInput',
  acceptReport: 'ReportDecisionInput',
  exemptReport: 'ExemptReportInput',
  commendReport: 'CommendReportInput',
  adoptReport: 'AdoptReportInput',
  revokeAdoption: 'RevokeAdoptionInput',
} as const;

export const PLEDGED = { notClassifiedPledge: true, publicAllowed: true } as const;

/** 召开次数 and 问题. */
export const FIELDS: readonly TemplateField[] = [
  numberField('meetings', '召开支部党员大会次数'),
  { key: 'problems', label: '存在问题', type: 'TEXT', origin: { by: 'ASKED' }, required: false, maxLength: 500 },
];

export const filled = (meetings: number, problems?: string): object[] => [
  { key: 'meetings', number: String(meetings) },
  ...(problems === undefined ? [] : [{ key: 'problems', text: problems }]),
];

/** One task as its units answer it, through the graph. */
export interface Round {
  readonly taskId: Id;
  readonly templateId: Id;
  readonly reportIds: readonly Id[];
  clerk(unit: number): PersonActor;
  leader(unit: number): PersonActor;
  readonly checker: PersonActor;
  /** On the newest version unless the input says otherwise. */
  act(
    actor: PersonActor,
    mutation: keyof typeof INPUTS,
    reportId: Id,
    input?: ActInput,
    call?: CallOptions,
  ): Promise<Answer>;
  save(unit: number, fields: readonly object[], input?: ActInput): Promise<Answer>;
  submit(unit: number, input?: ActInput): Promise<Answer>;
  /** As it is in the database, past all walls. */
  row(reportId: Id): Promise<Readonly<Record<string, unknown>>>;
  versions(reportId: Id): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Counters that are not zero, once they are those of a recount. */
  tally(): Promise<Partial<Tally>>;
}

export interface RoundOptions {
  readonly fields?: readonly TemplateField[];
  readonly signatureNeeded?: boolean;
  readonly kind?: ReportKind;
  /** What else is said where it is opened. */
  readonly demand?: Partial<OpenTaskInput>;
}

export async function openRound(desk: ReportsDesk, options: RoundOptions = {}): Promise<Round> {
  const { world } = desk;
  const { fields = FIELDS, signatureNeeded = false, kind, demand } = options;
  const template = await desk.template(fields, kind);
  const { templateId } = template;
  await world.database.query('update reports.report_template set signature_needed = $2 where template_id = $1', [
    templateId,
    signatureNeeded,
  ]);
  // Rounds of one suite ask for the same.
  const taskId = await desk.open(template, { duplicateReason: '各轮口径不同', ...demand });
  const asked = await world.database.query<{ report_id: Id; organization_id: Id }>(
    'select report_id, organization_id from reports.report where task_id = $1',
    [taskId],
  );
  const reportIds = desk.units.map(
    ({ organizationId }) => asked.find((row) => row.organization_id === organizationId)?.report_id as Id,
  );
  const clerks = desk.units.map((_, unit) => desk.of(unit, 'UNIT_CLERK'));
  const leaders = desk.units.map((_, unit) => desk.of(unit, 'UNIT_LEADER'));
  const acts = actsOn(desk);
  return {
    ...acts,
    taskId,
    templateId,
    reportIds,
    clerk: (unit) => clerks[unit] as PersonActor,
    leader: (unit) => leaders[unit] as PersonActor,
    checker: desk.as('OFFICE_CHECKER').actor as PersonActor,
    save: (unit, given, input) =>
      acts.act(clerks[unit] as PersonActor, 'saveReport', reportIds[unit] as Id, { fields: given, ...input }),
    submit: (unit, input) =>
      acts.act(clerks[unit] as PersonActor, 'submitReport', reportIds[unit] as Id, { ...PLEDGED, ...input }),
    tally: () => tallyOf(desk, taskId),
  };
}

/** Acts on any report of a committee. */
export function actsOn({ world }: ReportsDesk): Pick<Round, 'act' | 'row' | 'versions'> {
  const row: Round['row'] = async (reportId) => {
    const [found] = await world.database.query<Record<string, unknown>>(
      'select * from reports.report where report_id = $1',
      [reportId],
    );
    return found ?? {};
  };
  return {
    row,
    versions: (reportId) =>
      world.database.query('select * from reports.report_version where report_id = $1 order by number', [reportId]),
    async act(actor, mutation, reportId, input = {}, call = {}) {
      // Read only when it is not given: acts that are meant to race must start together.
      const expectedVersion = input.expectedVersion ?? (await row(reportId)).version;
      const query = `mutation ($input: ${INPUTS[mutation]}!) { ${mutation}(input: $input) { id state version } }`;
      const variables = { input: { reportId, ...input, expectedVersion } };
      const { data, errors } = await world.graphql('reports', actor, query, variables, call);
      return { ...(data?.[mutation] as Answer), reason: reasonOf(errors) };
    },
  };
}

interface CountedRow {
  readonly state: never;
  readonly first_submitted_at: Date | null;
  readonly due_at: Date | null;
  readonly excellent_at: Date | null;
}

const COLUMNS: Readonly<Record<string, string>> = {
  unitReview: 'unit_review',
  unitSigned: 'unit_signed',
  handedIn: 'handed_in',
};

async function tallyOf({ world }: ReportsDesk, taskId: Id): Promise<Partial<Tally>> {
  const rows = await world.database.query<CountedRow>('select * from reports.report where task_id = $1', [taskId]);
  const expected = recount(
    rows.map(({ state, first_submitted_at: firstSubmittedAt, due_at: dueAt, excellent_at: excellentAt }) => ({
      state,
      firstSubmittedAt,
      dueAt,
      excellentAt,
    })),
  );
  const entries = await world.database.query<Record<string, number>>(
    'select * from reports.report_tally where task_id = $1',
    [taskId],
  );
  const kept = Object.keys(expected).map((counter): [string, number] => [
    counter,
    entries.reduce((sum, entry) => sum + (entry[COLUMNS[counter] ?? counter] ?? 0), 0),
  ]);
  if (!isDeepStrictEqual(Object.fromEntries(kept), { ...expected }))
    throw new Error('the tally differs from a recount');
  return Object.fromEntries(kept.filter(([, count]) => count !== 0));
}
