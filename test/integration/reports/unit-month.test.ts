import type { Id } from '@hub/core';

import { UnitBurdenRepository } from '../../../subgraphs/reports/src/data/unit-burden.repository';
import { createTestWorld, personActor, plantedReport, someId, type TestWorld } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';

interface Body {
  readonly unitId: Id;
  readonly organizationId: Id;
}

let world: TestWorld;
let committeeId: Id;
let own: Body;
let other: Body;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(async () => {
  world.clock.set('2020-10-15T09:00:00+08:00');
  committeeId = someId();
  [own, other] = [body(), body()];
  for (const each of [own, other]) await tellOrganization(world, 'reports', { committeeId, ...each });
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const body = (): Body => ({ unitId: someId(), organizationId: someId() });

const FIELDS = [
  { key: 'signed', label: '签收公文件数', type: 'NUMBER', origin: { by: 'PREFILLED', fact: 'receipts.acknowledged' } },
  { key: 'members', label: '党员总数', type: 'NUMBER', origin: { by: 'PREFILLED', fact: 'members.total' } },
  { key: 'problems', label: '存在问题', type: 'TEXT', origin: { by: 'ASKED' } },
].map((field) => ({ ...field, required: true }));

interface Asked {
  readonly of?: Body;
  readonly title: string;
  readonly dueAt: string;
  readonly state?: string;
  readonly task?: 'OPEN' | 'PAUSED' | 'CLOSED';
  readonly resubmitDueAt?: string;
  readonly openedAt?: string;
}

/** A task with its report, as it stands. */
async function asked({ of = own, title, dueAt, state = 'DRAFT', task = 'OPEN', ...more }: Asked): Promise<Id> {
  const [taskId, reportId] = [someId(), someId()];
  for (const [text, ...parameters] of plantedReport(of, { taskId, reportId, title })) {
    await world.database.query(text, [committeeId, ...parameters]);
  }
  const sent = ['SUBMITTED', 'ACCEPTED', 'RETURNED'].includes(state);
  await world.database.query(
    `update reports.report set due_at = $2, state = $3, resubmit_due_at = $4, return_count = $5,
            first_submitted_at = $6, submitted_at = $6 where report_id = $1`,
    [reportId, dueAt, state, more.resubmitDueAt ?? null, state === 'RETURNED' ? 1 : 0, sent ? dueAt : null],
  );
  await world.database.query(
    `update reports.report_task set state = $2, opened_at = $3,
            closed_at = case when $2 = 'CLOSED' then now() end, paused_at = case when $2 = 'PAUSED' then now() end
     where task_id = $1`,
    [taskId, task, more.openedAt ?? '2020-10-01T09:00:00+08:00'],
  );
  await world.database.query(
    `update reports.report_template_version v set fields = $2
     from reports.report_task t where t.task_id = $1 and v.template_id = t.template_id`,
    [taskId, JSON.stringify(FIELDS)],
  );
  return taskId;
}

const clerk = (of: Body) => personActor('UNIT_CLERK', { committeeId, ...of });
const office = () => personActor('OFFICE_CLERK', { committeeId });

interface Ask {
  readonly title: string;
  readonly open: boolean;
  readonly overdue: boolean;
  readonly returned: boolean;
  readonly paused: boolean;
}

async function asks(actor = clerk(own), variables: object = {}): Promise<string[]> {
  const query = `query ($month: String, $unitId: ID, $first: Int, $after: String) {
    unitAsks(month: $month, unitId: $unitId, first: $first, after: $after) {
      nodes { title open overdue returned paused }
    }
  }`;
  const { data, errors } = await world.graphql('reports', actor, query, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  const { nodes } = (data as { unitAsks: { nodes: Ask[] } }).unitAsks;
  const marks = ['open', 'overdue', 'returned', 'paused'] as const;
  return nodes.map((node) => [node.title, ...marks.filter((mark) => node[mark])].join(' '));
}

describe('what is asked of a unit in a month', () => {
  test('is what was asked in it or is due in it, and what of before is still open', async () => {
    const before = { openedAt: '2020-09-30T23:59:59+08:00' };
    await asked({ title: '九月已报', dueAt: '2020-09-30T18:00:00+08:00', state: 'ACCEPTED', ...before });
    await asked({ title: '九月未报', dueAt: '2020-09-30T18:00:00+08:00', ...before });
    await asked({ title: '九月未报而已关闭', dueAt: '2020-09-30T18:00:00+08:00', task: 'CLOSED', ...before });
    await asked({ title: '十月首', dueAt: '2020-10-01T00:00:00+08:00', state: 'SUBMITTED' });
    await asked({ title: '十月末', dueAt: '2020-10-31T23:59:59+08:00', task: 'PAUSED' });
    await asked({ title: '十一月首', dueAt: '2020-11-01T00:00:00+08:00', ...before });
    await asked({ title: '下月到期', dueAt: '2020-11-03T18:00:00+08:00' });
    expect(await asks()).toEqual(['九月未报 open overdue', '十月首', '十月末 open paused', '下月到期 open']);
    expect(await asks(clerk(own), { month: '2020-11' })).toEqual([
      '九月未报 open overdue',
      '十月末 open paused',
      '十一月首 open',
      '下月到期 open',
    ]);
    expect(await asks(clerk(own), { month: '2020-09' })).toEqual([
      '九月已报',
      '九月未报 open overdue',
      '九月未报而已关闭',
      '十一月首 open',
    ]);
  });

  test('comes by the date of its return, once it came back', async () => {
    const dueAt = '2020-10-09T18:00:00+08:00';
    const openedAt = '2020-09-28T09:00:00+08:00';
    await asked({ title: '退回', dueAt, state: 'RETURNED', resubmitDueAt: '2020-10-20T18:00:00+08:00' });
    await asked({ title: '又报', dueAt, state: 'SUBMITTED', resubmitDueAt: '2020-11-20T18:00:00+08:00' });
    await asked({ title: '下月重报', dueAt, openedAt, state: 'RETURNED', resubmitDueAt: '2020-11-20T18:00:00+08:00' });
    expect(await asks()).toEqual(['又报', '退回 open returned']);
  });

  test('is the unit’s own; the office asks for any unit, and a unit for no other', async () => {
    await asked({ title: '本单位', dueAt: '2020-10-31T18:00:00+08:00' });
    await asked({ of: other, title: '外单位', dueAt: '2020-10-31T18:00:00+08:00' });
    expect(await asks()).toEqual(['本单位 open']);
    expect(await asks(office(), { unitId: other.unitId })).toEqual(['外单位 open']);
    expect(await asks(clerk(own), { unitId: other.unitId })).toEqual([]);
  });

  test('comes page by page, each once', async () => {
    const dueAt = '2020-10-31T18:00:00+08:00';
    for (const title of ['甲项', '乙项', '丙项']) await asked({ title, dueAt });
    const page = async (after: string | null) => {
      const query = `query ($after: String) {
        unitAsks(first: 2, after: $after) { totalCount nodes { title } pageInfo { endCursor hasNextPage } }
      }`;
      const { data } = await world.graphql('reports', clerk(own), query, { after });
      return (data as { unitAsks: AskPage }).unitAsks;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    expect([...first.nodes, ...second.nodes].map(({ title }) => title).sort()).toEqual(['丙项', '乙项', '甲项']);
  });

  test('shows what the hub fills in, with what it knows today', async () => {
    await asked({ title: '月报', dueAt: '2020-10-31T18:00:00+08:00' });
    await world.database.query(
      `insert into reports.fact_item
         (committee_id, fact, item_id, organization_id, unit_id, month, value, version, known_at)
       select $1, 'receipts.acknowledged', i::text, $2, $3, '2020-10', 1, 1, now() from generate_series(1, 3) i`,
      [committeeId, own.organizationId, own.unitId],
    );
    const query = `{ unitAsks { nodes { askedFields knownFields minutesEstimated prefilled { key label number locked } } } }`;
    const { data } = await world.graphql('reports', clerk(own), query);
    expect(data).toEqual({
      unitAsks: {
        nodes: [
          {
            askedFields: 1,
            knownFields: 2,
            minutesEstimated: 10,
            prefilled: [
              { key: 'signed', label: '签收公文件数', number: '3', locked: true },
              { key: 'members', label: '党员总数', number: null, locked: true },
            ],
          },
        ],
      },
    });
  });

  test.each([
    ['2020-13', 'PERIOD_INVALID'],
    ['2020Q3', 'PERIOD_KIND_MISMATCH'],
    ['x', 'PERIOD_INVALID'],
  ])('month %s is refused: %s', async (month, reason) => {
    const { errors } = await world.graphql('reports', clerk(own), `{ unitAsks(month: "${month}") { totalCount } }`);
    expect(errors?.[0]?.extensions?.reason).toBe(reason);
    const burden = `{ unitBurden(filter: { toMonth: "${month}" }) { totalCount } }`;
    expect((await world.graphql('reports', clerk(own), burden)).errors?.[0]?.extensions?.reason).toBe(reason);
  });
});

interface AskPage {
  readonly totalCount: number;
  readonly nodes: readonly { readonly title: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

describe('the burden of units', () => {
  const ask = { askedFields: 5, knownFields: 2, minutes: 30 };

  beforeEach(async () => {
    const act = (actor: ReturnType<typeof office>, work: (burden: UnitBurdenRepository) => Promise<void>) =>
      world.context('reports', actor).transaction((tx) => work(new UnitBurdenRepository(tx)));
    for (const each of [own, other]) {
      const taskId = await asked({ of: each, title: '十月月报', dueAt: '2020-10-31T18:00:00+08:00' });
      await act(office(), (burden) => burden.addAsked(taskId, ask));
    }
    await act(clerk(own), (burden) => burden.addHandedIn(own.unitId, { reports: 2, minutesSpent: 70, minutesSaid: 2 }));
    world.clock.set('2020-11-02T09:00:00+08:00');
    const openedAt = '2020-11-02T09:00:00+08:00';
    const taskId = await asked({ title: '十一月月报', dueAt: '2020-11-30T18:00:00+08:00', openedAt });
    await act(office(), (burden) => burden.addAsked(taskId, ask));
    const late = { reports: 1, minutesSpent: 10, minutesSaid: 1 };
    await act(clerk(other), (burden) => burden.addHandedIn(other.unitId, late));
    // Whoever is younger and did less stands first.
    await world.database.query(
      `insert into reports.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
       select $1, id, '某局', 'ADMINISTRATIVE', place, true, 1 from unnest($2::uuid[]) with ordinality as u(id, place)`,
      [committeeId, [other.unitId, own.unitId]],
    );
  });

  const BURDEN = `query ($filter: UnitBurdenFilterInput, $first: Int, $after: String) {
    unitBurden(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes { unit { id } month tasks askedFields handedIn minutesSpent minutesAverage asks { title askedOn } }
      pageInfo { endCursor hasNextPage }
    }
  }`;

  test('is told month by month, with what was asked and how long it took', async () => {
    const { data, errors } = await world.graphql('reports', clerk(own), BURDEN);
    expect(errors).toBeUndefined();
    const unit = { id: own.unitId };
    expect((data as { unitBurden: object }).unitBurden).toMatchObject({
      totalCount: 2,
      nodes: [
        {
          unit,
          month: '2020-11',
          tasks: 1,
          askedFields: 5,
          handedIn: 0,
          minutesAverage: null,
          asks: [{ title: '十一月月报', askedOn: '2020-11-02' }],
        },
        {
          unit,
          month: '2020-10',
          tasks: 1,
          askedFields: 5,
          handedIn: 2,
          minutesSpent: 70,
          minutesAverage: 35,
          asks: [{ title: '十月月报', askedOn: '2020-10-01' }],
        },
      ],
    });
  });

  test('has a trend over the committee, and over itself for a unit', async () => {
    const trend = async (actor: ReturnType<typeof office>, filter: object = {}) => {
      const query = `query ($filter: UnitBurdenFilterInput) {
        burdenTrend(filter: $filter) { month units tasks minutesEstimated minutesSpent minutesAverage }
      }`;
      const { data } = await world.graphql('reports', actor, query, { filter });
      return (data as { burdenTrend: object[] }).burdenTrend.map((row) => Object.values(row).join(' '));
    };
    expect(await trend(office())).toEqual(['2020-10 2 2 60 70 35', '2020-11 1 1 30 10 10']);
    expect(await trend(office(), { fromMonth: '2020-11' })).toEqual(['2020-11 1 1 30 10 10']);
    expect(await trend(office(), { toMonth: '2020-10' })).toEqual(['2020-10 2 2 60 70 35']);
    expect(await trend(clerk(other))).toEqual(['2020-10 1 1 30 0 ', '2020-11 0 0 0 10 10']);
    expect(await trend(clerk(other), { unitIds: [own.unitId] })).toEqual([]);
  });

  test('comes page by page, units in protocol order and never by what they did', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.graphql('reports', office(), BURDEN, { first: 1, after });
      const { nodes, pageInfo } = (data as { unitBurden: BurdenPage }).unitBurden;
      seen.push(...nodes.map(({ unit, month }) => `${month} ${unit.id === own.unitId ? 'own' : 'other'}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['2020-11 other', '2020-11 own', '2020-10 other', '2020-10 own']);
  });
});

interface BurdenPage {
  readonly nodes: readonly { readonly unit: { readonly id: string }; readonly month: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}
