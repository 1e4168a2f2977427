import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { type ClientError, createTestHub, shapesOfRun, type TestHub } from '../support';
import { groupNamed, type Unit, unitsOf } from './desks/committee';
import { endedExports } from './desks/export-log';
import { noticesOf } from './desks/notices';
import { Office, type Paper } from './desks/office';
import { expectRefusal, type Refused } from './desks/refusals';
import { actOn, ask, type Report, ReportingUnit, type Task } from './desks/reporting';
import { UnitDesk } from './desks/unit';

// A month of reports of the whole committee, through the hub's own port. The tests are steps of one story.

const FIELDS = [
  { key: 'signed', label: '签收公文件数', type: 'NUMBER', origin: 'PREFILLED', fact: 'receipts.acknowledged' },
  {
    key: 'on_time',
    label: '按时签收公文件数',
    type: 'NUMBER',
    origin: 'PREFILLED',
    fact: 'receipts.acknowledged-on-time',
  },
  { key: 'meetings', label: '党员大会次数', type: 'NUMBER', required: true, min: 0 },
  { key: 'lectures', label: '党课次数', type: 'NUMBER', required: true, min: 0 },
  { key: 'total', label: '会议和党课合计', type: 'NUMBER', origin: 'DERIVED', formula: 'meetings + lectures' },
  { key: 'problems', label: '存在问题', type: 'TEXT', maxLength: 500 },
];
const AGAIN = [
  { key: 'received', label: '签收公文数', type: 'NUMBER', required: true },
  { key: 'conferences', label: '党员大会次数', type: 'NUMBER', required: true },
];
/** Fewer than are asked. */
const ROWS_ALONE = 50;
const NO_ID = '01990000-0000-7000-8000-000000000000';
const TEXT = '关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。';

/** Places in the protocol order, as the story tells them apart. */
const SIGNED_PAPER = [1, 2, 3];
const DRAFTING = 4;
const RETURNED = [10, 11];
const LATE = [70, 71, 72];
const MISSING = [75, 76];
const ALL = Array.from({ length: 76 }, (_, index) => index + 1);
/** Who get a paper that asks how it is carried out; the last of them reports before it answers. */
const TOLD = [20, 21, 22, 23];
const IN_TIME = ALL.filter((order) => ![1, DRAFTING, ...LATE, ...MISSING].includes(order));

let hub: TestHub;
let office: Office;
let units: readonly Unit[];
let task: Task;
let template: { readonly id: string; readonly currentNumber: number; readonly version: number };
let demand: object;
let seriesId: string;
let paper: Paper;
let special: Task;
const desks = new Map<number, ReportingUnit>();

const desk = (order: number): ReportingUnit => {
  const found = desks.get(order);
  if (!found) throw new Error(`no desk ${order}`);
  return found;
};
const addressee = (order: number): string => {
  const found = units.find(({ protocolOrder }) => protocolOrder === order);
  if (!found) throw new Error(`no unit ${order}`);
  return found.addressee.id;
};

/** Moves the clock, and signs those in anew who go on then: a token lasts minutes. */
async function at(time: string, orders: readonly number[]): Promise<void> {
  hub.clock.set(time);
  await Promise.all(orders.map(async (order) => desks.set(order, await ReportingUnit.open(hub, order))));
  office = await office.again();
}

/** What a unit says: as many meetings as its place in the protocol order, and one lecture. */
const said = (order: number, problems?: string): object[] => [
  { key: 'meetings', number: String(order) },
  { key: 'lectures', number: '1' },
  ...(problems === undefined ? [] : [{ key: 'problems', text: problems }]),
];

const publish = (name: string, fields: readonly object[], kind = 'MONTHLY') =>
  ask<typeof template>(office.checker, 'PublishReportTemplate', {
    input: { name, kind, signatureNeeded: false, minutes: 15, fields },
  });

const progress = async ({ id }: Task = task) =>
  (await ask<{ total: Record<string, number> }>(office.clerk, 'ReadReportProgress', { taskId: id })).total;

const total = async (field: string) =>
  ask<{ rows: { reports: number; total: string }[] }>(office.clerk, 'ReadReportAggregates', {
    taskId: task.id,
    field,
    groupBy: 'NONE',
  });

const read = (order: number, { id }: Report) =>
  ask<{
    fields: { key: string; number: string | null; locked: boolean }[];
    returns: { marks: { key: string; note: string | null }[]; dueAt: string }[];
  }>(desk(order).clerk, 'ReadReport', { id });

jest.setTimeout(180_000);

describe.each(shapesOfRun())('a month of reports in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true, exportRowsAlone: ROWS_ALONE });
    office = await Office.open(hub);
    units = await unitsOf(office.admin);
    await at('2020-10-15T09:00:00+08:00', [...SIGNED_PAPER, DRAFTING, 5]);
  });

  afterAll(() => hub.close());

  test('three units sign a paper on time, and the hub keeps it', async () => {
    const organizations = SIGNED_PAPER.map((order) => ({
      organizationId: addressee(order),
      role: 'TO',
      duty: 'ACKNOWLEDGE',
    }));
    seriesId = await office.createSeries('焦直文', ['NOTIFICATION']);
    const { id } = await office.issued(
      await office.draft({ seriesId, kind: 'NOTIFICATION', text: TEXT, audience: { organizations } }),
    );
    for (const order of SIGNED_PAPER) await new UnitDesk(hub, order, desk(order).clerk).acknowledge(id);
    await hub.settled();
  });

  test('a task asks all units for the month, and the third working day after it is its end', async () => {
    template = await publish('党建工作月报（试行）', FIELDS);
    const all = await groupNamed(office.admin, '全部单位');
    demand = {
      kind: 'MONTHLY',
      periodKey: '2020-10',
      templateId: template.id,
      templateVersion: template.currentNumber,
      audience: { groups: [{ groupId: all.id }] },
    };
    const input = { ...demand, title: '10月份党建工作月报' };
    expect(await ask(office.clerk, 'PreviewReportTask', { input })).toMatchObject({
      askedCount: 76,
      dueOn: '2020-11-04',
      findings: [],
    });
    task = await ask<Task>(office.clerk, 'OpenReportTask', { input });
    expect(task.dueOn).toBe('2020-11-04');
    expect(await progress()).toMatchObject({ asked: 76, draft: 76, awaited: 76, handedIn: 0, missing: 0 });
  });

  test('what the hub holds and what the month asks already is asked again only with a reason', async () => {
    const again = await publish('会议情况统计', AGAIN);
    const audience = { organizations: [{ organizationId: addressee(5) }] };
    const input = { ...demand, title: '会议情况统计', templateId: again.id, templateVersion: 1, audience };
    const { findings } = await ask<{ findings: object[] }>(office.clerk, 'PreviewReportTask', { input });
    const expected = [
      { key: 'received', name: '签收公文件数', fact: 'receipts.acknowledged' },
      { key: 'conferences', name: task.title, taskId: task.id, otherLabel: '党员大会次数' },
    ];
    expect(findings).toEqual(expected.map((finding) => expect.objectContaining(finding)));
    const refused = await expectRefusal(hub, {
      by: () => office.clerk,
      mutation: 'openReportTask',
      type: 'OpenReportTaskInput',
      input: () => input,
      reason: 'ASKED_TWICE',
    });
    expect(refused.message).toContain('签收公文数：签收公文件数');
    expect(refused.message).toContain(`党员大会次数：${task.title}`);
    const reasoned = { ...input, duplicateReason: '按上级要求核对一次' };
    const opened = await ask<Task>(office.clerk, 'OpenReportTask', { input: reasoned });
    const kept = await hub.database.query<{ reason: string }>(
      `select after ->> 'duplicateReason' as reason from reports.audit where object_id = $1`,
      [opened.id],
    );
    expect(kept).toEqual([{ reason: '按上级要求核对一次' }]);
  });

  test('a clerk finds in one request what November asks, and what the hub knows is there', async () => {
    const { unitAsks } = await desk(1).month('2020-11');
    expect(unitAsks.nodes).toEqual([
      expect.objectContaining({ taskId: task.id, open: true, overdue: false, askedFields: 3, knownFields: 2 }),
    ]);
    const known = unitAsks.nodes[0]?.prefilled.map(({ key, number }) => [key, number]);
    expect(known).toEqual([
      ['signed', '1'],
      ['on_time', '1'],
    ]);
    const none = (await desk(DRAFTING).month('2020-11')).unitAsks.nodes[0]?.prefilled;
    expect(none?.map(({ key, number }) => [key, number])).toEqual([
      ['signed', '0'],
      ['on_time', '0'],
    ]);
  });

  test('the first writes no more than is asked, its leader signs, and the rest is stamped in', async () => {
    await at('2020-11-02T09:00:00+08:00', [1]);
    const { clerk } = desk(1);
    const sent = await actOn(clerk, 'SendReportForReview', await desk(1).save(task.id, said(1)));
    const signed = await actOn(await desk(1).leader(), 'SignReport', sent);
    expect(signed.state).toBe('UNIT_SIGNED');
    const handedIn = await actOn(clerk, 'SubmitReport', signed, { notClassifiedPledge: true, publicAllowed: true });
    expect([handedIn.state, handedIn.late]).toEqual(['SUBMITTED', false]);
    const { fields } = await read(1, handedIn);
    expect(Object.fromEntries(fields.map(({ key, number }) => [key, number]))).toMatchObject({
      signed: '1',
      on_time: '1',
      meetings: '1',
      total: '2',
    });
    expect(fields.filter(({ locked }) => locked).map(({ key }) => key)).toEqual(['signed', 'on_time', 'total']);
  });

  test('the others hand in at the same time, one keeps a draft that the office does not see', async () => {
    await at('2020-11-02T10:00:00+08:00', [DRAFTING, ...IN_TIME]);
    const draft = await desk(DRAFTING).save(task.id, said(DRAFTING, '尚在核对'));
    await Promise.all(IN_TIME.map((order) => desk(order).handIn(task.id, said(order), 10)));
    await hub.settled();
    expect(await progress()).toMatchObject({ asked: 76, draft: 6, submitted: 70, onTime: 70, missing: 0 });
    const { data } = await office.clerk.call<{ report: { fields: { text: string | null }[] } | null }>(
      'query ($id: ID!) { report(id: $id) { fields { text } } }',
      { id: draft.id },
    );
    expect(JSON.stringify(data)).not.toContain('尚在核对');
  });

  test('two come back with marked fields and a time of their own, and are told at once', async () => {
    await at('2020-11-02T10:30:00+08:00', RETURNED);
    for (const order of RETURNED) {
      const back = await actOn(office.checker, 'ReturnReport', await desk(order).reportOf(task.id), {
        reasons: ['INCOMPLETE'],
        marks: [{ key: 'problems', note: '请填写存在的问题' }],
      });
      // Three working days at least, though the month ends the day before.
      expect([back.state, back.resubmitDueAt?.slice(0, 10)]).toEqual(['RETURNED', '2020-11-05']);
      const [returned] = (await read(order, back)).returns;
      expect(returned?.marks).toEqual([{ key: 'problems', note: '请填写存在的问题' }]);
      await hub.settled();
      const told = (await noticesOf(desk(order).clerk, 'OPEN')).filter(({ about }) => about.id === back.id);
      expect(told.map(({ kind, about }) => [kind, about.obligation])).toEqual([['RETURNED', 'REPORT']]);
    }
    expect(await progress()).toMatchObject({ submitted: 68, returned: 2, onTime: 70 });
  });

  test('after the end whoever has not come was reminded and is missing, and nobody else', async () => {
    await at('2020-11-05T09:00:00+08:00', [2, DRAFTING, ...RETURNED, ...LATE, ...MISSING]);
    await hub.sweep();
    expect(await progress()).toMatchObject({ handedIn: 70, late: 0, missing: 6 });
    const reminded = async (order: number) =>
      (await noticesOf(desk(order).clerk, 'OPEN'))
        .filter(({ kind, about }) => kind === 'REMINDER' && about.obligation === 'REPORT')
        .map(({ title }) => title);
    for (const order of [DRAFTING, ...LATE, ...MISSING])
      expect(await reminded(order)).toEqual([expect.stringContaining(task.title)]);
    expect(await reminded(2)).toEqual([]);
    const [ask75] = (await desk(75).month('2020-11')).unitAsks.nodes;
    expect(ask75).toMatchObject({ taskId: task.id, open: true, overdue: true });
  });

  test('late ones are late, and what was returned is not, when it comes again in its own time', async () => {
    const late = await Promise.all([DRAFTING, ...LATE].map((order) => desk(order).handIn(task.id, said(order))));
    expect(late.map((report) => report.late)).toEqual([true, true, true, true]);
    for (const order of RETURNED) {
      const again = await desk(order).handIn(task.id, said(order, '学习形式不够丰富'));
      expect([again.state, again.late]).toEqual(['SUBMITTED', false]);
    }
    await hub.settled();
    expect(await progress()).toMatchObject({
      handedIn: 74,
      onTime: 70,
      late: 4,
      missing: 2,
      returned: 0,
      submitted: 74,
    });
    // What is left is that the task was opened: that ends with it.
    const open = await noticesOf(desk(DRAFTING).clerk, 'OPEN');
    expect(open.map(({ kind, about }) => [kind, about.id])).toEqual([['ASSIGNED', task.id]]);
  });

  test('sums are those of what was handed in', async () => {
    const expected = (orders: readonly number[]) => orders.reduce((sum, order) => sum + order, 0);
    const came = ALL.filter((order) => !MISSING.includes(order));
    expect((await total('meetings')).rows).toEqual([
      expect.objectContaining({ reports: 74, total: String(expected(came)) }),
    ]);
    expect((await total('total')).rows).toEqual([
      expect.objectContaining({ reports: 74, total: String(expected(came) + 74) }),
    ]);
    expect((await total('on_time')).rows).toEqual([expect.objectContaining({ total: '3' })]);
  });

  test('rows leave for a unit, which has its own, and what was filled in', async () => {
    const rowsOf = async (name: string): Promise<Record<string, unknown>[]> => {
      const taken = await desk(72).clerk.fetchPath(`/exports/${name}?format=ndjson&taskId=${task.id}`);
      expect(taken.status).toBe(200);
      const lines = (await taken.text()).trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    expect(await rowsOf('ReportRows')).toEqual([
      expect.objectContaining({ taskId: task.id, title: task.title, state: 'SUBMITTED', late: true, missing: false }),
    ]);
    const values = await rowsOf('ReportValueRows');
    expect(values.map(({ fieldKey, value }) => [fieldKey, value])).toEqual(
      expect.arrayContaining([
        ['meetings', '72'],
        ['total', '73'],
      ]),
    );
  });

  test('the results leave as a workbook when a second person agreed, and the log names both', async () => {
    const path = `/workbooks/report-tasks/${task.id}`;
    const refused = await office.clerk.fetchPath(path);
    const { errors } = (await refused.json()) as { errors: readonly [ClientError] };
    expect([refused.status, errors[0].extensions.reason]).toEqual([403, 'EXPORT_NEEDS_APPROVAL']);
    const input = { ...errors[0].extensions.details, reason: '年终汇总' };
    const { id: grantId, version: expectedVersion } = await ask<Report>(office.clerk, 'RequestExport', { input });
    await ask(office.checker, 'ApproveExport', { input: { grantId, expectedVersion } });
    const taken = await office.clerk.fetchPath(path);
    expect(taken.status).toBe(200);
    await taken.arrayBuffer();
    const auditor = await hub.signIn('auditor', DEMO_PASSWORD);
    expect(await endedExports(auditor)).toEqual([
      expect.objectContaining({
        documentName: 'ReportTaskFile',
        format: 'XLSX',
        outcome: 'COMPLETE',
        rowCount: 76,
        reason: '年终汇总',
      }),
      // Newest first: what the unit took alone.
      expect.objectContaining({ documentName: 'ReportValueRows', outcome: 'COMPLETE', rowCount: 5, reason: null }),
      expect.objectContaining({ documentName: 'ReportRows', outcome: 'COMPLETE', rowCount: 1, reason: null }),
    ]);
  });

  describe('bad input is refused with its reason, and nothing is half written', () => {
    const saving = (fields: readonly object[], version = (report: Report) => report.version) => {
      let seen: Report;
      return {
        prepare: async () => {
          seen = await desk(75).reportOf(task.id);
        },
        by: () => desk(75).clerk,
        mutation: 'saveReport',
        type: 'SaveReportInput',
        input: () => ({ reportId: seen.id, expectedVersion: version(seen), fields }),
      };
    };
    const opening = (change: object) => ({
      by: () => office.clerk,
      mutation: 'openReportTask',
      type: 'OpenReportTaskInput',
      input: () => ({ ...demand, title: '重报', duplicateReason: '测试', ...change }),
    });
    type Case = Omit<Refused, 'reason'> & { readonly prepare?: () => Promise<void> };
    const cases: readonly (readonly [string, Case, string, string | null])[] = [
      ['a file in a text', saving([{ key: 'problems', fileIds: [NO_ID] }]), 'REPORT_FIELDS_INVALID', 'FIELD_TYPE'],
      [
        'a text over its limit',
        saving([{ key: 'problems', text: '长'.repeat(501) }]),
        'REPORT_FIELDS_INVALID',
        'TEXT_TOO_LONG',
      ],
      ['an unknown key', saving([{ key: 'nothing', text: '无' }]), 'REPORT_FIELDS_INVALID', 'FIELD_UNKNOWN'],
      ['a value the hub fills in', saving([{ key: 'signed', number: '9' }]), 'REPORT_FIELDS_INVALID', 'FIELD_LOCKED'],
      ['a value that is computed', saving([{ key: 'total', number: '9' }]), 'REPORT_FIELDS_INVALID', 'FIELD_LOCKED'],
      ['ten megabytes of text', saving([{ key: 'problems', text: '长'.repeat(3_500_000) }]), 'BODY_TOO_LARGE', null],
      ['a stale version', saving(said(75), () => 99), 'STALE_VERSION', null],
      ['the report of another unit', { ...saving(said(75)), by: () => desk(76).clerk }, 'REPORT_NOT_FOUND', null],
      ['a month that does not exist', opening({ periodKey: '2020-13' }), 'PERIOD_INVALID', null],
      ['a quarter for a monthly report', opening({ periodKey: '2020Q4' }), 'PERIOD_KIND_MISMATCH', null],
      ['a version of a template that is not there', opening({ templateVersion: 9 }), 'TEMPLATE_VERSION_GONE', null],
      ['a task by a unit', { ...opening({}), by: () => desk(75).clerk }, 'ROLE_NOT_ALLOWED', null],
    ];

    test.each(cases)('%s', async (_, { prepare, ...refused }, reason, problem) => {
      await prepare?.();
      const error = await expectRefusal(hub, { ...refused, reason });
      const problems = error.extensions.details?.problems as { reason: string }[] | undefined;
      expect(problems?.map((each) => each.reason)).toEqual(problem === null ? undefined : [problem]);
    });
  });

  test('the month ends with a word on who is missing, and nothing comes in then', async () => {
    const { version: expectedVersion } = await ask<Task>(office.clerk, 'ReadReportTask', { id: task.id });
    const closing = { taskId: task.id, expectedVersion };
    const refused = await expectRefusal(hub, {
      by: () => office.clerk,
      mutation: 'closeReportTask',
      type: 'CloseReportTaskInput',
      input: () => closing,
      reason: 'REPORTS_MISSING',
    });
    expect(refused.extensions.details).toMatchObject({ missing: 2, returned: 0 });
    const input = { ...closing, reason: '两单位机构改革期间不报' };
    await ask(office.clerk, 'CloseReportTask', { input });
    expect(await ask<Task>(office.clerk, 'ReadReportTask', { id: task.id })).toMatchObject({ state: 'CLOSED' });
    const report = await desk(75).reportOf(task.id);
    await expectRefusal(hub, {
      by: () => desk(75).clerk,
      mutation: 'saveReport',
      type: 'SaveReportInput',
      input: () => ({ reportId: report.id, expectedVersion: report.version, fields: said(75) }),
      reason: 'TASK_CLOSED',
    });
    expect((await desk(75).month('2020-11')).unitAsks.nodes).toEqual([expect.objectContaining({ open: false })]);
  });

  describe('a special task that a paper bore ends with the answers to it', () => {
    /** Whether the month still asks for the report, and how many clocks run about it and the paper. */
    const toDo = async (order: number) => {
      const { unitAsks } = await desk(order).month('2020-11');
      const asked = unitAsks.nodes.find(({ taskId }) => taskId === special.id);
      const due = await new UnitDesk(hub, order, desk(order).clerk).agenda();
      const about = due.filter(({ aboutId }) => aboutId === asked?.reportId || aboutId.startsWith(paper.id));
      return { asked: asked?.open, due: about.length };
    };

    /** A unit's answer to the paper, which the office accepts. */
    const answerPaper = async (order: number): Promise<void> => {
      const at = new UnitDesk(hub, order, desk(order).clerk);
      await at.acknowledge(paper.id);
      const { id, version } = await at.answer(paper.id, '已召开会议部署落实');
      await ask(office.checker, 'AcceptFeedback', { input: { receiptId: id, expectedVersion: version } });
    };

    const readTask = () => ask<Task>(office.clerk, 'ReadReportTask', { id: special.id });

    test('it is opened from the paper once that is issued, and units owe both', async () => {
      await at('2020-11-06T09:00:00+08:00', TOLD);
      const organizations = TOLD.map((order) => ({ organizationId: addressee(order), role: 'TO', duty: 'FEEDBACK' }));
      const feedback = { kind: 'IMPLEMENTATION', stages: [], fields: [] };
      const draft = { seriesId, kind: 'NOTIFICATION', text: TEXT, audience: { organizations }, feedback };
      paper = await office.issued(await office.draft({ ...draft, feedbackDueOn: '2020-11-20' }));
      await hub.settled();
      const { id } = await publish('贯彻落实情况', [{ key: 'said', label: '落实情况', type: 'TEXT' }], 'SPECIAL');
      const audience = { organizations: organizations.map(({ organizationId }) => ({ organizationId })) };
      special = await ask<Task>(office.clerk, 'OpenReportTask', {
        input: {
          kind: 'SPECIAL',
          title: '贯彻落实情况',
          periodKey: '2020-11',
          templateId: id,
          templateVersion: 1,
          dueOn: '2020-11-25',
          audience,
          documentId: paper.id,
        },
      });
      expect(special).toMatchObject({ state: 'OPEN', version: 1 });
      for (const order of TOLD) expect(await toDo(order)).toEqual({ asked: true, due: 2 });
    });

    test('the answers settle what was asked, also what was begun; what was handed in waits for the office', async () => {
      await desk(21).save(special.id, [{ key: 'said', text: '正在部署' }]);
      await desk(23).handIn(special.id, [{ key: 'said', text: '已部署' }]);
      for (const order of [20, 21, 23]) await answerPaper(order);
      await hub.settled();
      expect(await progress(special)).toMatchObject({ asked: 4, settled: 2, submitted: 1, draft: 1 });
      for (const order of [20, 21]) expect(await toDo(order)).toEqual({ asked: false, due: 0 });
      expect((await desk(23).reportOf(special.id)).state).toBe('SUBMITTED');
      expect(await toDo(22)).toEqual({ asked: true, due: 2 });
      expect(await readTask()).toMatchObject({ state: 'OPEN' });
    });

    test('it closes itself when the last has answered and what was handed in is accepted', async () => {
      await actOn(office.checker, 'AcceptReport', await desk(23).reportOf(special.id));
      await hub.settled();
      expect(await readTask()).toMatchObject({ state: 'OPEN' });
      await answerPaper(22);
      await hub.settled();
      expect(await readTask()).toMatchObject({ state: 'CLOSED' });
      expect(await progress(special)).toMatchObject({ asked: 4, settled: 3, accepted: 1, awaited: 0, missing: 0 });
      for (const order of TOLD) expect(await toDo(order)).toEqual({ asked: false, due: 0 });
    });
  });
});
