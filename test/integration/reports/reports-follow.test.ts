import type { Id } from '@hub/core';

import { createTestWorld, personActor, plantedReport, plantedReportFile, someId, type TestWorld } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';

let world: TestWorld;
let committeeId: Id;
const merged = { unitId: someId(), organizationId: someId() };
/** Another organisation of the unit that it leaves. */
const left = { unitId: merged.unitId, organizationId: someId() };
const successor = { unitId: someId(), organizationId: someId() };
const reports = { merged: someId(), left: someId() };

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(async () => {
  committeeId = someId();
  for (const body of [merged, left, successor]) await tellOrganization(world, 'reports', { committeeId, ...body });
  await plant(merged, reports.merged);
  await plant(left, reports.left);
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

/** A report with everything that hangs on one. */
async function plant(body: typeof merged, reportId: Id): Promise<void> {
  const { unitId } = body;
  const beside = (sql: string, ...parameters: readonly unknown[]) => [sql, reportId, unitId, ...parameters] as const;
  const statements = [
    ...plantedReport(body, { reportId }),
    plantedReportFile(body, reportId, someId()),
    beside(
      `insert into reports.report_version
         (committee_id, report_id, number, unit_id, visibility, "values", saved_at, saved_by_account_id, saved_by_name)
       values ($1, $2, 1, $3, 'COMMITTEE', '{}', '2020-10-10', $2, '填报人')`,
    ),
    beside(
      `insert into reports.report_return
         (committee_id, report_id, ordinal, unit_id, visibility, content_number, reasons, marks,
          returned_by_account_id, returned_by_name, returned_at)
       values ($1, $2, 1, $3, 'COMMITTEE', 1, '{}', '[]', $2, '登记', '2020-10-11')`,
    ),
    beside(
      `insert into reports.report_adoption
         (committee_id, report_id, adoption_id, unit_id, level, channel, adopted_on,
          recorded_at, recorded_by_account_id, recorded_by_name)
       values ($1, $2, $2, $3, 'COMMITTEE', '机关党建信息', '2020-10-12', '2020-10-12', $2, '登记')`,
    ),
    beside(
      `insert into reports.report_figure (committee_id, task_id, field_key, report_id, unit_id, nature, value)
       values ($1, $2, 'meetings', $2, $3, 'ADMINISTRATIVE_ORGAN', 3)`,
    ),
    beside(
      `insert into reports.report_text (committee_id, report_id, unit_id, kind, submitted_at, body)
       values ($1, $2, $3, 'MONTHLY', '2020-10-10', '支部党员大会')`,
    ),
  ];
  for (const [text, ...parameters] of statements) await world.database.query(text, [committeeId, ...parameters]);
}

const TABLES = [
  'report',
  'report_version',
  'report_return',
  'report_adoption',
  'attachment',
  'report_figure',
  'report_text',
];

/** In which tables a clerk finds rows of a report. */
async function foundBy(body: typeof merged, reportId: Id): Promise<string[]> {
  const context = world.context('reports', personActor('UNIT_CLERK', { committeeId, ...body }));
  const found: string[] = [];
  for (const table of TABLES) {
    const rows = await context.read((tx) => tx.query(`select from reports.${table} where report_id = $1`, [reportId]));
    if (rows.length > 0) found.push(table);
  }
  return found;
}

const merge = (version = 2) =>
  tellOrganization(world, 'reports', { committeeId, ...merged, unitId: successor.unitId }, { version });

test('a merged organisation takes its reports with all that hangs on them', async () => {
  expect([await foundBy(left, reports.merged), await foundBy(successor, reports.merged)]).toEqual([TABLES, []]);
  await merge();
  expect([await foundBy(left, reports.merged), await foundBy(successor, reports.merged)]).toEqual([[], TABLES]);
});

test('what other organisations of the unit sent stays with it', async () => {
  await merge();
  expect([await foundBy(left, reports.left), await foundBy(successor, reports.left)]).toEqual([TABLES, []]);
});
