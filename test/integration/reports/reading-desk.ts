import { type Id, type PersonActor, type Role, rowsBy } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { FigureRepository } from '../../../subgraphs/reports/src/data/figure.repository';
import { ReportTextRepository } from '../../../subgraphs/reports/src/data/report-text.repository';
import { TallyRepository } from '../../../subgraphs/reports/src/data/tally.repository';
import type { FieldValues } from '../../../subgraphs/reports/src/domain/field-value';
import { figuresOf } from '../../../subgraphs/reports/src/domain/figures';
import { searchableText } from '../../../subgraphs/reports/src/domain/searchable-text';
import { type CountedReport, tallies, tallyDelta } from '../../../subgraphs/reports/src/domain/tally';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { createTestWorld, personActor, someId, type TestWorld } from '../../support';

export const FIELDS: readonly TemplateField[] = [
  { key: 'held', label: '召开次数', type: 'NUMBER', origin: { by: 'ASKED' }, required: true, measure: '次' },
  { key: 'dues', label: '党费', type: 'MONEY', origin: { by: 'ASKED' }, required: false },
  { key: 'body', label: '正文', type: 'TEXT', origin: { by: 'ASKED' }, required: false },
];

export interface ReadUnit {
  readonly unitId: Id;
  readonly organizationId: Id;
  readonly reportId: Id;
  readonly zoneId: Id | null;
  readonly nature: string;
}

/** A task that units owe a report for, and the rows that their acts leave behind: here only reading is looked at. */
export interface ReadingDesk {
  readonly world: TestWorld;
  readonly committeeId: Id;
  readonly taskId: Id;
  readonly zoneId: Id;
  readonly units: readonly ReadUnit[];
  office(role?: Role): PersonActor;
  clerk(unit: number): PersonActor;
  /** What the unit hands in now, for the first time or again. */
  handIn(unit: number, values: FieldValues): Promise<void>;
  /** What the unit writes and keeps. */
  draft(unit: number, values: FieldValues): Promise<void>;
  /** The task by its parts, counted from the reports themselves. */
  countedReports(): Promise<CountedReport[]>;
}

export const OPENED = '2020-10-15T09:00:00+08:00';
export const DUE = '2020-11-04T18:00:00+08:00';

export async function openReading(unitCount: number): Promise<ReadingDesk> {
  return plantTask(await createTestWorld({ subgraphs: ['reports'], at: OPENED }), unitCount);
}

/** The first half of the units lies in a zone; every third is a school. */
export async function plantTask(world: TestWorld, unitCount: number): Promise<ReadingDesk> {
  const [committeeId, taskId, templateId, zoneId] = [someId(), world.ids.next(), someId(), someId()];
  const units = Array.from({ length: unitCount }, (_, index) => ({
    unitId: someId(),
    organizationId: someId(),
    reportId: world.ids.next(),
    zoneId: index * 2 < unitCount ? zoneId : null,
    nature: index % 3 === 2 ? 'PUBLIC_WELFARE_ONE' : 'ADMINISTRATIVE_ORGAN',
  }));
  await plantRows(world, { committeeId, taskId, templateId }, units);
  const office = (role: Role = 'OFFICE_CHECKER') => personActor(role, { committeeId });
  const unit = (index: number) => units[index] as ReadUnit;
  const clerk = (index: number) => personActor('UNIT_CLERK', { committeeId, ...unit(index) });
  const act = (actor: PersonActor, work: (tx: Transaction) => Promise<void>) =>
    world.context('reports', actor).transaction(work);
  await act(office(), (tx) => tallyOpened(world, tx, taskId, units));
  return {
    world,
    committeeId,
    taskId,
    zoneId,
    units,
    office,
    clerk,
    handIn: (index, values) => act(clerk(index), (tx) => handIn(world, tx, { taskId, ...unit(index) }, values)),
    draft: (index, values) => act(clerk(index), (tx) => write(tx, unit(index), values)),
    countedReports: () =>
      world.database.query(
        `select state, first_submitted_at as "firstSubmittedAt", due_at as "dueAt", excellent_at as "excellentAt"
         from reports.report where task_id = $1`,
        [taskId],
      ),
  };
}

const ASKED: CountedReport = { state: 'DRAFT', firstSubmittedAt: null, dueAt: new Date(DUE), excellentAt: null };

async function tallyOpened(world: TestWorld, tx: Transaction, taskId: Id, units: readonly ReadUnit[]): Promise<void> {
  const places = [...rowsBy(units, ({ zoneId, nature }) => `${zoneId} ${nature}`).values()];
  await new TallyRepository(tx).add(
    places.map((placed) => {
      const [{ zoneId, nature }] = placed as [ReadUnit];
      const change = tallies.times(tallyDelta(null, ASKED), placed.length);
      return { entryId: world.ids.next(), taskId, zoneId, nature, change };
    }),
  );
}

/** The next version, and its number. */
async function write(tx: Transaction, { reportId, unitId }: ReadUnit, values: FieldValues): Promise<void> {
  const { accountId } = requirePerson({ actor: tx.actor });
  await tx.execute(
    `insert into reports.report_version
       (committee_id, report_id, number, unit_id, visibility, "values", saved_at, saved_by_account_id, saved_by_name)
     select $1, $2, content_number + 1, $3, 'UNIT', $4, $5, $6, '李四'
     from reports.report where committee_id = $1 and report_id = $2`,
    [tx.committeeId, reportId, unitId, JSON.stringify(values), tx.now, accountId],
  );
  await tx.execute(
    `update reports.report set content_number = content_number + 1, updated_at = $3
     where committee_id = $1 and report_id = $2`,
    [tx.committeeId, reportId, tx.now],
  );
}

async function handIn(
  world: TestWorld,
  tx: Transaction,
  report: ReadUnit & { readonly taskId: Id },
  values: FieldValues,
): Promise<void> {
  const { reportId, unitId, taskId, zoneId, nature } = report;
  const [before] = await tx.query<CountedReport>(
    `select state, first_submitted_at as "firstSubmittedAt", due_at as "dueAt", excellent_at as "excellentAt"
     from reports.report where committee_id = $1 and report_id = $2 for update`,
    [tx.committeeId, reportId],
  );
  await write(tx, report, values);
  await tx.execute(
    `update reports.report_version v set frozen_at = $3, visibility = 'COMMITTEE'
     from reports.report r where r.committee_id = $1 and r.report_id = $2 and v.committee_id = $1
       and v.report_id = $2 and v.number = r.content_number`,
    [tx.committeeId, reportId, tx.now],
  );
  await tx.execute(
    `update reports.report set state = 'SUBMITTED', submitted_at = $3, submitted_number = content_number,
            first_submitted_at = coalesce(first_submitted_at, $3)
     where committee_id = $1 and report_id = $2`,
    [tx.committeeId, reportId, tx.now],
  );
  const from = before as CountedReport;
  const change = tallyDelta(from, {
    ...from,
    state: 'SUBMITTED',
    firstSubmittedAt: from.firstSubmittedAt ?? tx.now,
  });
  await new TallyRepository(tx).add([{ entryId: world.ids.next(), taskId, zoneId, nature, change }]);
  await new FigureRepository(tx).replaceFigures(world.ids.next(), report, figuresOf(FIELDS, values));
  await new ReportTextRepository(tx).replaceText(
    { reportId, unitId, kind: 'MONTHLY' },
    searchableText('十月月报', FIELDS, values),
  );
}

interface TaskIds {
  readonly committeeId: Id;
  readonly taskId: Id;
  readonly templateId: Id;
}

async function plantRows(world: TestWorld, ids: TaskIds, units: readonly ReadUnit[]): Promise<void> {
  const { committeeId, taskId, templateId } = ids;
  await world.database.query(
    `insert into reports.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select $1, u."organizationId", u."unitId", '机关党委', 'ORGAN_COMMITTEE', array[u."organizationId"], true, 1
     from jsonb_to_recordset($2::jsonb) as u("unitId" uuid, "organizationId" uuid)`,
    [committeeId, JSON.stringify(units)],
  );
  await world.database.query(
    `insert into reports.report_template
       (committee_id, template_id, name, kind, signature_needed, current_number, created_at, updated_at)
     values ($1, $2, '月报', 'MONTHLY', false, 1, $3, $3)`,
    [committeeId, templateId, OPENED],
  );
  await world.database.query(
    `insert into reports.report_template_version
       (committee_id, template_id, number, fields, minutes, published_at, published_by_account_id, published_by_name)
     values ($1, $2, 1, $3, 30, $4, $2, '王五')`,
    [committeeId, templateId, JSON.stringify(FIELDS), OPENED],
  );
  await world.database.query(
    `insert into reports.report_task
       (committee_id, task_id, kind, title, period_key, template_id, template_version, audience, asked_count, due_on,
        due_at, due_basis, state, opened_at, opened_by_name, updated_at)
     values ($1, $2, 'MONTHLY', '十月月报', '2020-10', $3, 1, '{}', $4, '2020-11-04', $5, 'STATED', 'OPEN', $6, '王五', $6)`,
    [committeeId, taskId, templateId, units.length, DUE, OPENED],
  );
  await world.database.query(
    `insert into reports.report
       (committee_id, report_id, task_id, kind, period_key, title, organization_id, organization_name, unit_id, zone_id,
        nature, template_id, template_version, visibility, state, due_at, updated_at)
     select $1, u."reportId", $2, 'MONTHLY', '2020-10', '十月月报', u."organizationId", '第' || u.n || '局机关党委',
            u."unitId", u."zoneId", u.nature, $3, 1, 'COMMITTEE', 'DRAFT', $5, $6
     from rows from (jsonb_to_recordset($4::jsonb)
       as ("reportId" uuid, "organizationId" uuid, "unitId" uuid, "zoneId" uuid, nature text)) with ordinality
       as u("reportId", "organizationId", "unitId", "zoneId", nature, n)`,
    [committeeId, taskId, templateId, JSON.stringify(units), DUE, OPENED],
  );
}
