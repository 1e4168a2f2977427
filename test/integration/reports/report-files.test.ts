import type { Id, PersonActor } from '@hub/core';

import type { FieldValues } from '../../../subgraphs/reports/src/domain/field-value';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import type { ReportsContext } from '../../../subgraphs/reports/src/usecases/context';
import { authorizeDownload, requestDownload } from '../../../subgraphs/reports/src/usecases/download-report-file';
import { recordAttachment } from '../../../subgraphs/reports/src/usecases/record-attachment';
import { removeReportFile } from '../../../subgraphs/reports/src/usecases/remove-report-file';
import { handInFiles } from '../../../subgraphs/reports/src/usecases/report-files';
import { createTestWorld, personActor, plantedReport, someId, type TestWorld } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';
import { reasonOf } from '../dispatch/refusal';

const FIELDS: readonly TemplateField[] = [
  { key: 'proof', label: '佐证材料', type: 'FILE', origin: { by: 'ASKED' }, required: true },
];

let world: TestWorld;
let committeeId: Id;
let reportId: Id;
let neighbours: Id;
const own = { unitId: someId(), organizationId: someId() };
const other = { unitId: someId(), organizationId: someId() };

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

/** A report of either unit. */
beforeEach(async () => {
  [committeeId, reportId, neighbours] = [someId(), someId(), someId()];
  for (const [unit, id] of [
    [own, reportId],
    [other, neighbours],
  ] as const) {
    await tellOrganization(world, 'reports', { committeeId, ...unit });
    for (const [text, ...parameters] of plantedReport(unit, { reportId: id })) {
      await world.database.query(text, [committeeId, ...parameters]);
    }
  }
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const as = (actor: PersonActor): ReportsContext => world.context('reports', actor);
const clerk = () => as(personActor('UNIT_CLERK', { committeeId, ...own }));
const neighbour = () => as(personActor('UNIT_CLERK', { committeeId, ...other }));
const office = () => as(personActor('OFFICE_REGISTRAR', { committeeId }));

const upload = (ctx: ReportsContext, targetId: Id = reportId, change: object = {}): Promise<Id> =>
  recordAttachment(ctx, {
    storageKey: 'ab/cd',
    fileName: '活动照片.zip',
    mediaType: 'application/zip',
    byteSize: 1024,
    contentDigest: 'a'.repeat(64),
    purpose: 'reports.attachment',
    targetId,
    ...change,
  });

/** What handing in does with the files that a version refers to. */
const handIn = (ctx: ReportsContext, ...fileIds: Id[]) =>
  ctx.transaction((tx) =>
    handInFiles(tx, { reportId, fields: FIELDS, values: { proof: { type: 'FILE', fileIds } } satisfies FieldValues }),
  );

const grantOf = async (ctx: ReportsContext, fileId: Id) =>
  authorizeDownload(ctx, (await requestDownload(ctx, fileId)).token);

const GRANT = { storageKey: 'ab/cd', name: '活动照片.zip', contentType: 'application/zip' };

const TRAIL = `query ($reportId: ID!) { _entities(representations: [{ __typename: "AuditTrail", of: $reportId }]) {
  ... on AuditTrail { reportsActs { nodes { action changes { field after } } } } } }`;

/** How many of the files the second wall alone lets that reader see. */
const behindTheWall = async (ctx: ReportsContext): Promise<number> => {
  const [row] = await ctx.read((tx) =>
    tx.query<{ files: number }>('select count(*)::int as files from reports.attachment'),
  );
  return row?.files ?? 0;
};

const bring = (state: string) =>
  world.database.query(
    `update reports.report set state = $2, first_submitted_at = $3, submitted_at = $3 where report_id = $1`,
    [reportId, state, '2020-10-15T09:00:00+08:00'],
  );

describe('a file of a report', () => {
  test('is its unit’s alone until it is handed in, and the office’s as well from then on', async () => {
    const fileId = await upload(clerk());
    expect(await grantOf(clerk(), fileId)).toEqual(GRANT);
    expect(await reasonOf(requestDownload(office(), fileId))).toBe('ATTACHMENT_NOT_FOUND');
    expect(await behindTheWall(office())).toBe(0);

    await handIn(clerk(), fileId);
    expect(await grantOf(office(), fileId)).toEqual(GRANT);
    expect(await behindTheWall(office())).toBe(1);
  });

  test('is shown before to nobody who looks into the unit', async () => {
    const inspector = as(personActor('INSPECTOR', { committeeId, ...own, side: 'unit' }));
    const fileId = await upload(clerk());
    expect(await reasonOf(requestDownload(inspector, fileId))).toBe('ATTACHMENT_NOT_FOUND');

    await handIn(clerk(), fileId);
    expect(await grantOf(inspector, fileId)).toEqual(GRANT);
  });

  test('has no name in the trail, which the office reads before it is handed in', async () => {
    const fileId = await upload(clerk());
    await removeReportFile(clerk(), fileId);
    const registrar = personActor('OFFICE_REGISTRAR', { committeeId });
    const { data } = await world.graphql('reports', registrar, TRAIL, { reportId });
    const uploaded = [
      { field: 'attachmentId', after: fileId },
      { field: 'contentDigest', after: 'a'.repeat(64) },
    ];
    const nodes = [
      { action: 'recordAttachment', changes: uploaded },
      { action: 'removeReportFile', changes: [{ field: 'attachmentId', after: null }] },
    ];
    expect(data).toEqual({ _entities: [{ reportsActs: { nodes } }] });
  });

  test('is never another unit’s', async () => {
    const fileId = await upload(clerk());
    await handIn(clerk(), fileId);
    expect(await reasonOf(requestDownload(neighbour(), fileId))).toBe('ATTACHMENT_NOT_FOUND');
    expect(await behindTheWall(neighbour())).toBe(0);
  });

  test('that was uploaded and never referred to stays with its unit', async () => {
    const [sent, left] = [await upload(clerk()), await upload(clerk())];
    await handIn(clerk(), sent);
    expect(await reasonOf(requestDownload(office(), left))).toBe('ATTACHMENT_NOT_FOUND');
  });

  test('is counted in the order in which files came', async () => {
    const first = await upload(clerk());
    await removeReportFile(clerk(), first);
    await upload(clerk());
    const rows = await world.database.query(
      'select ordinal, removed_at is not null as removed from reports.attachment where report_id = $1 order by ordinal',
      [reportId],
    );
    expect(rows).toEqual([
      { ordinal: 1, removed: true },
      { ordinal: 2, removed: false },
    ]);
  });

  test.each(['SUBMITTED', 'ACCEPTED'])('does not come to a report that is %s', async (state) => {
    await bring(state);
    expect(await reasonOf(upload(clerk()))).toBe(`REPORT_${state}`);
  });

  test('comes to a report that was returned', async () => {
    await bring('RETURNED');
    expect(await grantOf(clerk(), await upload(clerk()))).toEqual(GRANT);
  });

  test('neither comes nor goes once the task is closed', async () => {
    const fileId = await upload(clerk());
    await world.database.query(
      `update reports.report_task t set state = 'CLOSED', closed_at = $2
       from reports.report r where r.report_id = $1 and t.task_id = r.task_id`,
      [reportId, '2020-10-15T09:00:00+08:00'],
    );
    expect(await reasonOf(upload(clerk()))).toBe('TASK_CLOSED');
    expect(await reasonOf(removeReportFile(clerk(), fileId))).toBe('TASK_CLOSED');
  });

  test('does not come to a report of others, nor to none', async () => {
    expect(await reasonOf(upload(neighbour()))).toBe('REPORT_NOT_FOUND');
    expect(await reasonOf(upload(office()))).toBe('OUTSIDE_SCOPE');
    expect(await reasonOf(upload(clerk(), someId()))).toBe('REPORT_NOT_FOUND');
  });

  test('of another purpose belongs to nothing here', async () => {
    expect(await reasonOf(upload(clerk(), reportId, { purpose: 'reports.feedback' }))).toBe('ATTACHMENT_PURPOSE');
  });

  test('whose name carries a marking is turned away', async () => {
    const fileName = '机密★1年 名单.pdf';
    expect(await reasonOf(upload(clerk(), reportId, { fileName }))).toBe('SECRECY_MARKING');
    expect(await behindTheWall(clerk())).toBe(0);
  });
});

describe('removing a file', () => {
  test('hides it from everybody', async () => {
    const fileId = await upload(clerk());
    expect(await removeReportFile(clerk(), fileId)).toBe(reportId);
    expect(await reasonOf(requestDownload(clerk(), fileId))).toBe('ATTACHMENT_NOT_FOUND');
    expect(await reasonOf(removeReportFile(clerk(), fileId))).toBe('ATTACHMENT_NOT_FOUND');
  });

  test('is refused once it was handed in, whoever asks', async () => {
    const fileId = await upload(clerk());
    await handIn(clerk(), fileId);
    expect(await reasonOf(removeReportFile(clerk(), fileId))).toBe('REPORT_FILE_HANDED_IN');
    expect(await reasonOf(removeReportFile(office(), fileId))).toBe('OUTSIDE_SCOPE');
  });

  test('is refused while a leader looks at the report, and to others', async () => {
    const fileId = await upload(clerk());
    expect(await reasonOf(removeReportFile(neighbour(), fileId))).toBe('ATTACHMENT_NOT_FOUND');
    await world.database.query(`update reports.report set state = 'UNIT_REVIEW' where report_id = $1`, [reportId]);
    expect(await reasonOf(removeReportFile(clerk(), fileId))).toBe('REPORT_IN_REVIEW');
  });
});

describe('a field of files', () => {
  const refused = async (...fileIds: Id[]) => {
    const refusal = await handIn(clerk(), ...fileIds).catch((error) => error);
    return [refusal.reason, refusal.details?.problems?.map((problem: object) => Object.values(problem).slice(0, 3))];
  };
  const notFound = ['REPORT_FIELDS_INVALID', [['proof', '佐证材料', 'FILE_NOT_FOUND']]];

  test('refers to files of its own report', async () => {
    const [good, foreign, removed] = [
      await upload(clerk()),
      await upload(neighbour(), neighbours),
      await upload(clerk()),
    ];
    await removeReportFile(clerk(), removed);
    for (const bad of [foreign, removed, someId()]) expect(await refused(good, bad)).toEqual(notFound);
    // Nothing of a version that is refused is shown.
    expect(await behindTheWall(office())).toBe(0);
  });

  test('may refer to what was handed in before', async () => {
    const fileId = await upload(clerk());
    await handIn(clerk(), fileId);
    const [before] = await world.database.query(
      'select handed_in_at from reports.attachment where attachment_id = $1',
      [fileId],
    );
    world.clock.advance(60_000);
    await handIn(clerk(), fileId);
    const [after] = await world.database.query('select handed_in_at from reports.attachment where attachment_id = $1', [
      fileId,
    ]);
    expect(after).toEqual(before);
  });
});
