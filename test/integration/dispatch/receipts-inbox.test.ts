import type { PersonActor } from '@hub/core';

import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper, reasonOf } from './paper';

let world: TestWorld;
let desk: Office;
let urgent: Paper;
let ordinary: Paper;
let signed: Paper;
let answered: Paper;

const FEEDBACK = { kind: 'IMPLEMENTATION', stages: [], fields: [] } as const;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 5);
  ordinary = await issuePaper(world, desk);
  urgent = await issuePaper(world, desk, { urgency: 'EXTRA_URGENT' });
  signed = await issuePaper(world, desk);
  answered = await issuePaper(world, desk, { feedback: FEEDBACK, feedbackDueOn: '2020-10-30' });
  await signed.act(signed.clerk(0), 'acknowledgeReceipt', 0);
  await answered.act(answered.clerk(0), 'acknowledgeReceipt', 0);
});

afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

interface Listed {
  readonly nodes: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const FIELDS = 'nodes { id state dueAt overdue unitName possibleActs } totalCount pageInfo { hasNextPage endCursor }';

async function list(actor: PersonActor, field: 'inbox' | 'receipts', args: string): Promise<Listed> {
  const { data, errors } = await world.graphql('dispatch', actor, `{ ${field}(${args}) { ${FIELDS} } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.[field] as Listed;
}

const idsOf = ({ nodes }: Listed) => nodes.map(({ id }) => id);

describe('the inbox of a unit', () => {
  test('holds what it owes, the nearest limit first', async () => {
    const inbox = await list(ordinary.clerk(0), 'inbox', 'box: TO_DO');
    expect(idsOf(inbox)).toEqual([urgent, ordinary, answered].map((paper) => paper.receiptId(0)));
    expect(inbox.totalCount).toBe(3);
    expect(inbox.nodes[2]).toMatchObject({ state: 'ACKNOWLEDGED', dueAt: '2020-10-30T18:00:00.000+08:00' });
  });

  test('holds everything it got, the newest first', async () => {
    const inbox = await list(ordinary.clerk(0), 'inbox', 'box: ALL');
    expect(idsOf(inbox)).toEqual([answered, signed, urgent, ordinary].map((paper) => paper.receiptId(0)));
  });

  test.each(['TO_DO', 'ALL'])('is the same page by page, by cursor and by offset: %s', async (box) => {
    const whole = idsOf(await list(ordinary.clerk(0), 'inbox', `box: ${box}`));
    const byCursor: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Listed = await list(
        ordinary.clerk(0),
        'inbox',
        `box: ${box}, first: 2${after ? `, after: "${after}"` : ''}`,
      );
      byCursor.push(...idsOf(page));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(byCursor).toEqual(whole);
    expect(idsOf(await list(ordinary.clerk(0), 'inbox', `box: ${box}, first: 2, offset: 2`))).toEqual(
      whole.slice(2, 4),
    );
  });

  test('says what is overdue and can be narrowed to it', async () => {
    world.clock.set('2020-10-15T12:00:00+08:00');
    const late = await list(ordinary.clerk(1), 'inbox', 'filter: { overdue: true }');
    expect(late.nodes).toMatchObject([{ id: urgent.receiptId(1), overdue: true }]);
    const inTime = await list(ordinary.clerk(1), 'inbox', 'filter: { overdue: false }');
    expect(inTime.nodes.every((node) => node.overdue === false)).toBe(true);
    expect(inTime.totalCount).toBe(3);
  });

  test('can be narrowed to states and duties', async () => {
    expect(idsOf(await list(signed.clerk(0), 'inbox', 'box: ALL, filter: { states: [ACKNOWLEDGED] }'))).toEqual([
      answered.receiptId(0),
      signed.receiptId(0),
    ]);
    expect(idsOf(await list(signed.clerk(0), 'inbox', 'filter: { duty: FEEDBACK }'))).toEqual([answered.receiptId(0)]);
  });

  test('offers what can be done', async () => {
    const [first] = (await list(signed.clerk(2), 'inbox', 'filter: { duty: ACKNOWLEDGE }')).nodes;
    expect(first?.possibleActs).toEqual(['OPEN', 'ACKNOWLEDGE', 'RETURN', 'RECALL']);
  });
});

describe('the receipts of a document', () => {
  test('stand in the order of the units, page by page', async () => {
    const registrar = ordinary.office('OFFICE_REGISTRAR');
    const args = `documentId: "${ordinary.documentId}"`;
    const whole = await list(registrar, 'receipts', args);
    expect(whole.nodes.map((node) => node.unitName)).toEqual(['第1局', '第2局', '第3局', '第4局', '第5局']);
    const first = await list(registrar, 'receipts', `${args}, first: 3`);
    const rest = await list(registrar, 'receipts', `${args}, first: 3, after: "${first.pageInfo.endCursor}"`);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(idsOf(whole));
    expect(rest).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
  });

  test('keep the name a unit had when the paper was delivered', async () => {
    await world.database.query(
      `update dispatch.directory_unit set name = '更名局', version = 2 where committee_id = $1 and unit_id = $2`,
      [desk.committeeId, desk.units[0]?.unitId],
    );
    const args = `documentId: "${ordinary.documentId}", first: 1`;
    const { nodes } = await list(ordinary.office('OFFICE_REGISTRAR'), 'receipts', args);
    expect(nodes[0]?.unitName).toBe('第1局');
  });

  test('are the own one for a unit', async () => {
    const args = `documentId: "${ordinary.documentId}"`;
    expect(idsOf(await list(ordinary.clerk(3), 'receipts', args))).toEqual([ordinary.receiptId(3)]);
  });

  test('load their histories together', async () => {
    await ordinary.act(ordinary.clerk(4), 'returnReceipt', 4, { reason: 'MISSENT' });
    const query = `query ($id: ID!) { receipts(documentId: $id) { nodes {
      id unit { id } organization { id }
      returns { reason } feedback { ordinal } extensionRequests { ordinal }
    } } }`;
    const variables = { id: ordinary.documentId };
    const { data } = await world.graphql('dispatch', ordinary.office('OFFICE_CHECKER'), query, variables);
    const { nodes } = (data as unknown as { receipts: { nodes: { returns: object[] }[] } }).receipts;
    expect(nodes.map((node) => node.returns)).toEqual([[], [], [], [], [{ reason: 'MISSENT' }]]);
  });

  test('lead to the paper, and the paper leads to them and its progress', async () => {
    const query = `query ($id: ID!) { receipt(id: $id) { document {
      title progress { live } receipts(filter: { states: [ACKNOWLEDGED] }) { nodes { id } }
    } } }`;
    const ask = (actor: PersonActor) => world.graphql('dispatch', actor, query, { id: signed.receiptId(0) });
    const title = '关于报送工作总结的通知';
    const receipts = { nodes: [{ id: signed.receiptId(0) }] };
    expect((await ask(signed.office('OFFICE_CHECKER'))).data).toEqual({
      receipt: { document: { title, progress: { live: 5 }, receipts } },
    });
    expect((await ask(signed.clerk(0))).data).toEqual({ receipt: { document: { title, progress: null, receipts } } });
  });

  test('of no document are refused', async () => {
    const { errors } = await world.graphql(
      'dispatch',
      ordinary.office('OFFICE_CHECKER'),
      '{ receipts(documentId: "x") { totalCount } }',
    );
    expect(reasonOf(errors)).toBe('DOCUMENT_NOT_FOUND');
  });
});

describe('flat rows of receipts', () => {
  const rows = async (actor: PersonActor, args: string) => {
    const query = `{ receiptRows(${args}) { key label live acknowledged acknowledgedOnTime overdue } }`;
    const { data, errors } = await world.graphql('dispatch', actor, query);
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.receiptRows as unknown;
  };

  test('by unit stand in protocol order', async () => {
    const found = (await rows(ordinary.office('COMMITTEE_LEADER'), 'groupBy: UNIT')) as { key: string }[];
    expect(found.map((row) => row.key)).toEqual(desk.units.map((unit) => unit.unitId));
    expect(found[0]).toMatchObject({ live: 4, acknowledged: 2, acknowledgedOnTime: 2 });
  });

  test('by document carry its number, by month and by state their names', async () => {
    const leader = ordinary.office('COMMITTEE_LEADER');
    expect(await rows(leader, 'groupBy: DOCUMENT')).toMatchObject([
      { key: answered.documentId, live: 5 },
      { key: signed.documentId },
      { key: urgent.documentId },
      { key: ordinary.documentId, label: expect.stringContaining('焦直文〔2020〕') },
    ]);
    expect(await rows(leader, 'groupBy: MONTH')).toMatchObject([{ key: '2020-10', label: '2020年10月', live: 20 }]);
    expect(await rows(leader, 'groupBy: STATE')).toContainEqual(
      expect.objectContaining({ key: 'ACKNOWLEDGED', live: 2 }),
    );
  });

  test('can be narrowed', async () => {
    const leader = ordinary.office('COMMITTEE_LEADER');
    const of = `filter: { documentId: "${signed.documentId}", unitIds: ["${desk.units[0]?.unitId}"] }`;
    expect(await rows(leader, `groupBy: UNIT, ${of}`)).toMatchObject([{ live: 1, acknowledged: 1 }]);
    expect(await rows(leader, 'groupBy: UNIT, filter: { deliveredBefore: "2020-10-01T00:00:00+08:00" }')).toEqual([]);
  });

  test('of a unit count its own receipts only', async () => {
    expect(await rows(ordinary.clerk(1), 'groupBy: UNIT')).toMatchObject([{ key: desk.units[1]?.unitId, live: 4 }]);
  });
});
