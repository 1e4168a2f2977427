import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';

import { createTestHub, type HubClient, plantedReport, someId, type TestHub } from '../support';

// A file of a report, through the port: into the store, on record, and back.

const TEXT = '活动记录：全体党员参加。';
const reportId = someId();

let hub: TestHub;
let clerk: HubClient;
let neighbour: HubClient;

beforeAll(async () => {
  hub = await createTestHub({ committee: true });
  const sign = (login: string) => hub.signIn(login, DEMO_PASSWORD);
  [clerk, neighbour] = [await sign(unitLogin(1)), await sign(unitLogin(2))];
  const [owner] = await hub.database.query<{ committeeId: string; unitId: string; organizationId: string }>(
    `select committee_id as "committeeId", unit_id as "unitId", organization_id as "organizationId"
     from organization.post p join organization.account a using (committee_id, account_id) where a.login_name = $1`,
    [unitLogin(1)],
  );
  if (!owner) throw new Error('the demo committee has no such clerk');
  for (const [text, ...parameters] of plantedReport(owner, { reportId })) {
    await hub.database.query(text, [owner.committeeId, ...parameters]);
  }
}, 120_000);

afterAll(() => hub.close());

const upload = (by: HubClient, purpose = 'reports.attachment') =>
  by.upload(reportId, purpose, '活动记录.txt', new TextEncoder().encode(TEXT), 'text/plain');

const reasonOf = async (response: Response): Promise<string | undefined> => {
  const { errors } = (await response.json()) as { errors?: { extensions: { reason: string } }[] };
  return errors?.[0]?.extensions.reason;
};

test('a clerk uploads it and has it back, byte for byte', async () => {
  const { id } = (await (await upload(clerk)).json()) as { id: string };
  const { reportFileDownload } = await clerk.data<{ reportFileDownload: { token: string } }>(
    'query ($id: ID!) { reportFileDownload(id: $id) { token } }',
    { id },
  );
  const path = `/files/${reportFileDownload.token}`;
  const download = await clerk.fetchPath(path);
  expect([download.status, await download.text()]).toEqual([200, TEXT]);
  // A link is good for the session that asked for it.
  expect(await reasonOf(await neighbour.fetchPath(path))).toBe('DOWNLOAD_LINK_INVALID');
  // And for the subgraph that signed it.
  expect(await reasonOf(await clerk.fetchPath(path.replace('reports.', 'dispatch.')))).toBe('DOWNLOAD_LINK_INVALID');
  await clerk.data('mutation ($id: ID!) { removeReportFile(id: $id) { id } }', { id });
  expect(await reasonOf(await clerk.fetchPath(path))).toBe('ATTACHMENT_NOT_FOUND');
});

test('another unit finds nothing to add it to, and a wrong purpose nobody to keep it', async () => {
  expect(await reasonOf(await upload(neighbour))).toBe('REPORT_NOT_FOUND');
  expect(await reasonOf(await upload(clerk, 'dispatch.attachment'))).toBe('ROLE_NOT_ALLOWED');
  expect(await reasonOf(await upload(clerk, 'dues.attachment'))).toBe('FILE_PURPOSE_INVALID');
});
