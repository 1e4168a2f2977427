import { createTestHub, type HubClient, type TestHub, trustedText } from '../support';
import { type Unit, unitsOf } from './desks/committee';
import { Office, type Paper } from './desks/office';

jest.setTimeout(120_000);

// The last days of 2026: the notice about 2027 has not come, and terms in working days reach into it.

let hub: TestHub;
let office: Office;
let units: readonly Unit[];
let paper: Paper;

const TEXT = '关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。';

beforeAll(async () => {
  hub = await createTestHub({ at: '2026-12-30T10:00:00+08:00', committee: true });
  office = await Office.open(hub);
  units = await unitsOf(office.admin);
  const seriesId = await office.createSeries('焦直文', ['NOTIFICATION']);
  const organizations = units
    .slice(0, 2)
    .map(({ addressee }) => ({ organizationId: addressee.id, role: 'TO', duty: 'FEEDBACK' }));
  const feedback = { kind: 'IMPLEMENTATION', stages: [], fields: [] };
  const draft = { seriesId, kind: 'NOTIFICATION', text: TEXT, audience: { organizations }, feedback };
  paper = await office.numbered(await office.draft(draft));
});

afterAll(() => hub.close());

async function load(admin: HubClient, provisional: boolean, toOn: string): Promise<void> {
  const { workingCalendar } = await admin.data<{ workingCalendar: { version: number } }>(
    trustedText('ReadWorkingCalendar'),
  );
  await admin.data(trustedText('LoadCalendarYear'), {
    input: {
      year: 2027,
      source: provisional ? '按惯例预计' : '国办发明电〔2026〕9号',
      provisional,
      holidays: [{ name: '元旦', fromOn: '2027-01-01', toOn, makeUp: [] }],
      expectedVersion: workingCalendar.version,
    },
  });
  await hub.settled();
}

const dueDates = () =>
  hub.database.query<{ due: Date }>(
    'select feedback_due_at as due from dispatch.receipt where document_id = $1 order by organization_id',
    [paper.id],
  );

test('nothing is due in a year that is not loaded: the refusal says what to do', async () => {
  const { recipientVersion } = await office.preview(paper);
  const { errors } = await office.registrar.call(trustedText('IssueDocument'), {
    input: { documentId: paper.id, expectedVersion: paper.version, recipientVersion },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CALENDAR_YEAR_MISSING' });
  expect(errors?.[0]?.message).toBe(
    '2027 年的节假日安排尚未载入，无法计算工作日期限。请系统管理员载入该年安排；通知尚未公布的，可先载入暂定安排。',
  );
  expect(await dueDates()).toEqual([]);
});

test('with a provisional year it goes, in every room that sets deadlines', async () => {
  await load(office.admin, true, '2027-01-03');
  paper = await office.issue(paper, await office.preview(paper));
  const due = new Date('2027-01-14T18:00:00+08:00');
  expect(await dueDates()).toEqual([{ due }, { due }]);
  for (const schema of ['reports', 'approvals', 'dues']) {
    expect(
      await hub.database.query(
        `select revision, content->'years'->0->'provisional' as provisional from ${schema}.time_rules`,
      ),
    ).toEqual([{ revision: 1, provisional: true }]);
  }
});
