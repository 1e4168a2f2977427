import type { Id, PersonActor } from '@hub/core';

import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { recordAttachment } from '../../../subgraphs/reports/src/usecases/record-attachment';
import { openDesk, openReports, type ReportsDesk } from './reports-world';

// FILE fields from the upload to the office, through the graph.

const PROOF: TemplateField = { key: 'proof', label: '佐证材料', type: 'FILE', origin: { by: 'ASKED' }, required: true };
const SHOWN = 'id version state files { fileName } fields { key fileIds files { fileName } problems { reason } }';

let desk: ReportsDesk;
let reportId: Id;
let clerk: PersonActor;

beforeAll(async () => {
  desk = await openReports(2);
});

beforeEach(async () => {
  desk = await openDesk(desk.world, 2);
  const taskId = await desk.open(await desk.template([PROOF]));
  clerk = desk.of(0);
  const [row] = await desk.world.database.query<{ id: Id }>(
    'select report_id as id from reports.report where task_id = $1 and unit_id = $2',
    [taskId, clerk.unitId],
  );
  reportId = row?.id ?? '';
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const upload = (fileName: string): Promise<Id> =>
  recordAttachment(desk.world.context('reports', clerk), {
    purpose: 'reports.attachment',
    targetId: reportId,
    storageKey: 'ab/cd',
    fileName,
    mediaType: 'application/pdf',
    byteSize: 9,
    contentDigest: 'a'.repeat(64),
  });

interface Shown {
  readonly version: number;
  readonly files: readonly { readonly fileName: string }[];
  readonly fields: readonly { readonly files: readonly { readonly fileName: string }[] | null }[];
}

async function act(
  mutation: 'saveReport' | 'submitReport',
  input: object,
): Promise<{ report?: Shown; reasons?: unknown }> {
  const type = mutation === 'saveReport' ? 'SaveReportInput' : 'SubmitReportInput';
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${SHOWN} } }`;
  const { data, errors } = await desk.world.graphql('reports', clerk, query, { input: { reportId, ...input } });
  const report = data?.[mutation] as Shown | undefined;
  if (!errors) return report ? { report } : {};
  const { reason, details } = (errors[0]?.extensions ?? {}) as {
    reason?: string;
    details?: { problems?: { reason: string }[] };
  };
  return { reasons: [reason, ...(details?.problems ?? []).map((problem) => problem.reason)] };
}

const save = (expectedVersion: number, ...fileIds: Id[]) =>
  act('saveReport', { expectedVersion, fields: [{ key: 'proof', fileIds }] });

const PLEDGED = { notClassifiedPledge: true, publicAllowed: false };

test('a field shows the files it names, and the office has exactly those once they are handed in', async () => {
  const [named, left] = [await upload('活动照片.pdf'), await upload('草稿.pdf')];
  const { report: saved } = await save(1, named);
  expect(saved?.fields[0]?.files).toEqual([{ fileName: '活动照片.pdf' }]);
  expect(saved?.files).toHaveLength(2);
  const { report: sent } = await act('submitReport', { expectedVersion: saved?.version, ...PLEDGED });
  expect(sent).toMatchObject({ state: 'SUBMITTED' });

  const registrar = desk.as('OFFICE_REGISTRAR').actor;
  const query = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ReportFile { fileName } } }';
  const keys = [named, left].map((id) => ({ __typename: 'ReportFile', id }));
  const { data } = await desk.world.graphql('reports', registrar, query, { keys });
  expect(data?._entities).toEqual([{ fileName: '活动照片.pdf' }, null]);
});

test('a file that was removed is missed when the report is handed in, and when it is saved again', async () => {
  const fileId = await upload('活动照片.pdf');
  const { report: saved } = await save(1, fileId);
  const remove = 'mutation ($id: ID!) { removeReportFile(id: $id) { files { id } } }';
  const { data } = await desk.world.graphql('reports', clerk, remove, { id: fileId });
  expect(data?.removeReportFile).toEqual({ files: [] });
  const { reasons } = await act('submitReport', { expectedVersion: saved?.version, ...PLEDGED });
  expect(reasons).toEqual(['REPORT_FIELDS_INVALID', 'FILE_NOT_FOUND']);
  expect((await save(saved?.version ?? 0, fileId)).reasons).toEqual(['REPORT_FIELDS_INVALID', 'FILE_NOT_FOUND']);
});

test('a text is no file, and neither is what stands in no table', async () => {
  const given = await act('saveReport', { expectedVersion: 1, fields: [{ key: 'proof', text: '见附件' }] });
  expect(given.reasons).toEqual(['REPORT_FIELDS_INVALID', 'FIELD_TYPE']);
  expect((await save(1, reportId)).reasons).toEqual(['REPORT_FIELDS_INVALID', 'FILE_NOT_FOUND']);
  expect((await save(1, 'no-id')).reasons).toEqual(['REPORT_FIELDS_INVALID', 'ID_INVALID']);
});
