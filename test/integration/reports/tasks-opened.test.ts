import { lockDirectory } from '@hub/persistence';

import { ReportTaskRepository } from '../../../subgraphs/reports/src/data/report-task.repository';
import { openTask, previewTask } from '../../../subgraphs/reports/src/usecases/open-task';
import { prepareTask } from '../../../subgraphs/reports/src/usecases/prepare-task';
import { writeTask } from '../../../subgraphs/reports/src/usecases/write-task';
import { howManyWait, someId, someoneWaits } from '../../support';
import { statementsOf } from '../../support/count-statements';
import { eventually } from '../../support/eventually';
import { reasonOf } from '../dispatch/refusal';
import {
  addTemplateVersion,
  numberField,
  openDesk,
  openReports,
  type ReportsDesk,
  type Template,
} from './reports-world';

const visits = numberField('visits', '走访慰问次数');
const known = numberField('signed', '签收公文件数', { origin: { by: 'PREFILLED', fact: 'receipts.acknowledged' } });

let desk: ReportsDesk;
let template: Template;

beforeAll(async () => {
  desk = await openReports(3);
});

/** A committee of its own for each test, so that no task of another one is in the way. */
beforeEach(async () => {
  desk = await openDesk(desk.world, 3);
  template = await desk.template([visits, known]);
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const rows = <Row>(sql: string, ...parameters: unknown[]) =>
  desk.world.database.query<Row>(sql, [desk.committeeId, ...parameters]);

const refused = (change: Parameters<ReportsDesk['open']>[1]) => reasonOf(desk.open(template, change));

test('a task asks every organisation for a report, starts its clock and counts the burden', async () => {
  const taskId = await desk.open(template, { requirement: '如实填报', basis: '年度工作要点' });
  expect(await rows('select * from reports.report_task where committee_id = $1')).toMatchObject([
    {
      task_id: taskId,
      state: 'OPEN',
      asked_count: 3,
      due_basis: 'TERM',
      requirement: '如实填报',
      opened_by_name: '王五',
    },
  ]);
  const reports = await rows<{ organization_id: string }>(
    'select * from reports.report where committee_id = $1 order by organization_name',
  );
  expect(reports).toMatchObject(
    [0, 1, 2].map((index) => ({
      task_id: taskId,
      organization_id: desk.units[index]?.organizationId,
      unit_id: desk.units[index]?.unitId,
      nature: index === 1 ? 'STATE_ENTERPRISE' : 'ADMINISTRATIVE',
      state: 'DRAFT',
      visibility: 'COMMITTEE',
      content_number: 0,
      // The third working day of November.
      due_at: new Date('2020-11-04T18:00:00+08:00'),
    })),
  );
  const clocks = await rows(
    `select * from reports.kept_deadline where committee_id = $1 and subject_id = $2 order by organization_name`,
    taskId,
  );
  expect(clocks).toMatchObject(
    desk.units.map(({ organizationId, unitId }) => ({
      part_id: organizationId,
      unit_id: unitId,
      obligation: 'REPORT',
      subject_type: 'Report',
      title: '10月份党建工作月报',
      basis: 'TERM',
      due_at: new Date('2020-11-04T18:00:00+08:00'),
      closed_at: null,
    })),
  );
  expect(
    await rows('select nature, draft, handed_in from reports.report_tally where committee_id = $1 order by nature'),
  ).toEqual([
    { nature: 'ADMINISTRATIVE', draft: 2, handed_in: 0 },
    { nature: 'STATE_ENTERPRISE', draft: 1, handed_in: 0 },
  ]);
  expect(
    await rows(
      'select distinct month, tasks, asked_fields, known_fields, minutes_estimated from reports.unit_burden where committee_id = $1',
    ),
  ).toEqual([{ month: '2020-10', tasks: 1, asked_fields: 1, known_fields: 1, minutes_estimated: 30 }]);
});

test('groups, single organisations and exclusions say who is asked, each once', async () => {
  const [one, two] = desk.units;
  const organizations = [{ organizationId: one?.organizationId ?? '' }];
  const exclusions = [two?.organizationId ?? ''];
  await desk.open(template, { audience: { groups: [{ groupId: desk.groupId }], organizations, exclusions } });
  expect(await rows('select organization_name from reports.report where committee_id = $1 order by 1')).toEqual([
    { organization_name: '中共第1局机关委员会' },
    { organization_name: '中共第3局机关委员会' },
  ]);
});

test('what was opened with a key is opened once', async () => {
  const idempotencyKey = someId();
  const again = () => openTask(desk.as('OFFICE_CLERK', { idempotencyKey }), desk.demand(template));
  expect(await again()).toBe(await again());
  expect(await rows('select from reports.report where committee_id = $1')).toHaveLength(3);
});

const told = () =>
  rows<{ payload: { readonly addressees: readonly object[] } }>(
    `select payload from reports.outbox where committee_id = $1 and event = 'hub.notice-requested' order by id`,
  );

test('those who are asked are told at once, and nobody by a preview', async () => {
  await previewTask(desk.as('OFFICE_CLERK'), desk.demand(template));
  expect(await told()).toEqual([]);
  const taskId = await desk.open(template);
  expect(await told()).toMatchObject([
    {
      payload: {
        kind: 'ASSIGNED',
        about: { type: 'ReportTask', id: taskId, obligation: 'REPORT' },
        addressees: desk.units.map(({ organizationId }) => ({ to: 'UNIT_DESK', organizationId })),
        title: '【新任务】报送：10月份党建工作月报',
        body: '请于2020-11-04 18:00前报送。',
        outsideText: '有1项新的报送任务，期限2020-11-04 18:00，请登录平台办理。',
        dueAt: '2020-11-04T10:00:00.000Z',
      },
    },
  ]);
});

test('six hundred are told by two notices, and asked by as many statements as three', async () => {
  const few = await statementsOf(() => desk.open(template));
  desk = await openDesk(desk.world, 600);
  template = await desk.template([visits, known]);
  const many = await statementsOf(() => desk.open(template));
  expect((await told()).map(({ payload }) => payload.addressees.length)).toEqual([500, 100]);
  expect(many).toHaveLength(few.length);
});

describe('nothing is opened, and nothing written,', () => {
  afterEach(async () => {
    for (const table of ['report_task', 'report', 'report_tally', 'unit_burden', 'kept_deadline']) {
      expect(await rows(`select from reports.${table} where committee_id = $1`)).toEqual([]);
    }
  });

  test.each([
    ['of a period that does not exist', { periodKey: '2020-13' }, 'PERIOD_INVALID'],
    ['of a period of the wrong kind', { periodKey: '2020Q4' }, 'PERIOD_KIND_MISMATCH'],
    ['of a kind that nobody asks for', { kind: 'HIGHLIGHT' }, 'TASK_KIND_SPONTANEOUS'],
    ['of another kind than its template', { kind: 'QUARTERLY', periodKey: '2020Q4' }, 'TEMPLATE_KIND_MISMATCH'],
    ['without a name', { title: ' ' }, 'TASK_FORM'],
    ['with an endless name', { title: '长'.repeat(201) }, 'TEXT_TOO_LONG'],
    ['with control characters', { requirement: '如实\u0000填报' }, 'CONTROL_CHARACTERS'],
    ['due yesterday', { dueOn: '2020-10-14' }, 'DUE_PAST'],
    ['of a template that does not exist', { templateId: someId() }, 'TEMPLATE_VERSION_GONE'],
    ['of a template version to come', { templateVersion: 2 }, 'TEMPLATE_VERSION_GONE'],
    ['born from an unknown paper', { documentId: someId() }, 'DOCUMENT_NOT_ISSUED'],
    ['for nobody', { audience: { groups: [], organizations: [], exclusions: [] } }, 'TASK_AUDIENCE_FORM'],
    [
      'for an unknown group',
      { audience: { groups: [{ groupId: someId() }], organizations: [], exclusions: [] } },
      'TASK_AUDIENCE_FORM',
    ],
    [
      'for an unknown organisation',
      { audience: { groups: [], organizations: [{ organizationId: someId() }], exclusions: [] } },
      'TASK_AUDIENCE_FORM',
    ],
  ] as const)('%s', async (_, change, reason) => {
    expect(await refused(change)).toBe(reason);
  });

  test('of a template version that is gone', async () => {
    await addTemplateVersion(desk.world, desk.committeeId, { ...template, number: 2 }, [visits]);
    expect(await refused({})).toBe('TEMPLATE_VERSION_GONE');
  });

  test('of a template that is retired', async () => {
    await rows(
      `update reports.report_template set retired_at = now(), retire_reason = '不再使用' where committee_id = $1`,
    );
    expect(await refused({})).toBe('TEMPLATE_VERSION_GONE');
  });

  test('of a kind that is due by notice, without one', async () => {
    template = await desk.template([visits], 'SPECIAL');
    expect(await refused({ periodKey: '2020' })).toBe('DUE_REQUIRED');
  });

  test.each(['COMMITTEE_LEADER', 'UNIT_CLERK', 'UNIT_LEADER', 'COMMITTEE_ADMIN'] as const)('by %s', async (role) => {
    expect(await reasonOf(openTask(desk.as(role), desk.demand(template)))).toBe('ROLE_NOT_ALLOWED');
    expect(await reasonOf(previewTask(desk.as(role), desk.demand(template)))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('asking once', () => {
  const special = { kind: 'SPECIAL', title: '困难党员摸底', dueOn: '2020-11-20' } as const;

  test('what the hub holds is named, and refused without a reason', async () => {
    template = await desk.template([visits, numberField('signed', '签收文件数')]);
    const { findings, organizations, due } = await previewTask(desk.as('OFFICE_CLERK'), desk.demand(template));
    expect(findings).toEqual([
      { key: 'signed', label: '签收文件数', by: 'FACT', fact: 'receipts.acknowledged', name: '签收公文件数' },
    ]);
    expect(organizations).toHaveLength(3);
    expect(due.dueOn).toBe('2020-11-04');
    expect(await refused({})).toBe('ASKED_TWICE');
    expect(await rows('select from reports.report_task where committee_id = $1')).toEqual([]);
  });

  test('what another open task asks for is named, and asked all the same for a reason that is kept', async () => {
    const taskId = await desk.open(template);
    const again = await desk.template([numberField('count', '本月走访慰问次数（次）')], 'SPECIAL');
    const demand = desk.demand(again, { ...special, periodKey: '2020Q4' });
    const { findings } = await previewTask(desk.as('OFFICE_CLERK'), demand);
    expect(findings).toEqual([
      {
        key: 'count',
        label: '本月走访慰问次数（次）',
        by: 'TASK',
        taskId,
        name: '10月份党建工作月报',
        periodKey: '2020-10',
        otherLabel: '走访慰问次数',
      },
    ]);
    expect(await reasonOf(openTask(desk.as('OFFICE_CLERK'), demand))).toBe('ASKED_TWICE');
    const opened = await openTask(desk.as('OFFICE_CLERK'), { ...demand, duplicateReason: '须按季度核对' });
    expect(
      await rows('select duplicate_reason from reports.report_task where committee_id = $1 and task_id = $2', opened),
    ).toEqual([{ duplicate_reason: '须按季度核对' }]);
    const [act] = await rows<{ after: unknown }>(
      `select after from reports.audit where committee_id = $1 and object_id = $2 and action = 'openReportTask'`,
      opened,
    );
    expect(act?.after).toMatchObject({ duplicateReason: '须按季度核对', findings });
  });

  test.each([
    ['for other days', { periodKey: '2020Q3' }],
    ['of other organisations', {}],
  ])('what is asked %s is not asked twice', async (_, change) => {
    const [one, two] = desk.units.map(({ organizationId }) => ({ organizationId }));
    await desk.open(template, {
      audience: { groups: [], organizations: [one ?? { organizationId: '' }], exclusions: [] },
    });
    const again = await desk.template([visits], 'SPECIAL');
    const audience = { groups: [], organizations: [two ?? { organizationId: '' }], exclusions: [] };
    const other = 'periodKey' in change ? {} : { audience };
    const demand = desk.demand(again, { ...special, periodKey: '2020Q4', ...other, ...change });
    expect((await previewTask(desk.as('OFFICE_CLERK'), demand)).findings).toEqual([]);
  });

  test('who asks while another does waits, and is told of what the other asks for', async () => {
    const again = await desk.template([visits], 'SPECIAL');
    const first = desk.as('OFFICE_CLERK');
    const second = await first.transaction(async (tx) => {
      await new ReportTaskRepository(tx).holdAsking();
      const waiting = reasonOf(
        openTask(desk.as('OFFICE_CHECKER'), desk.demand(again, { ...special, periodKey: '2020-10' })),
      );
      await eventually(async () => expect(await someoneWaits(desk.world.database)).toBe(true));
      const prepared = await prepareTask(tx, tx.now, desk.demand(template));
      const opening = { planId: null, accountId: null, name: '王五', duplicateReason: null };
      await writeTask(tx, first.ids, prepared, opening);
      return { waiting };
    });
    expect(await second.waiting).toBe('ASKED_TWICE');
  });

  test('of those who ask the same at the same moment one does, and the others are told', async () => {
    const clerk = desk.as('OFFICE_CLERK');
    const ask = () => openTask(clerk, desk.demand(template));
    // Held back until all are there: whoever comes on a new connection is not late.
    const { asking } = await desk.as('OFFICE_CHECKER').transaction(async (tx) => {
      await lockDirectory(tx, 'reports');
      const asking = Promise.allSettled([ask(), ask(), ask()]);
      await eventually(async () => expect(await howManyWait(desk.world.database)).toBe(3));
      return { asking };
    });
    const refused = (await asking).flatMap((each) => (each.status === 'rejected' ? [each.reason.reason] : []));
    expect(refused).toEqual(['ASKED_TWICE', 'ASKED_TWICE']);
    expect(await rows('select from reports.report_task where committee_id = $1')).toHaveLength(1);
  });
});
