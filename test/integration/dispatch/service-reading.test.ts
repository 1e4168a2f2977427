import type { ServiceActor } from '@hub/core';

import { createTestWorld, personActor, serviceActor, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper, reasonOf } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;
let unheld: Paper;
let subtree: ServiceActor;
let everywhere: ServiceActor;

/** Two papers to three units; the second was recalled from the unit of the token, and a third unit is below it. */
beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 3);
  paper = await issuePaper(world, desk, { feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] } });
  await paper.act(paper.clerk(1), 'acknowledgeReceipt', 1);
  await paper.act(paper.clerk(1), 'submitFeedback', 1, { text: '别的单位' });
  unheld = await issuePaper(world, desk);
  const organizationIds = [desk.units[0]?.organizationId, desk.units[2]?.organizationId];
  await unheld.actOnAll(unheld.office('OFFICE_REGISTRAR'), 'recallDocument', { organizationIds, reason: '错发' });
  const root = desk.units[0]?.organizationId ?? '';
  await world.database.query(
    `update dispatch.directory_organization set affiliation_path = array[$1::uuid, organization_id]
     where organization_id = $2`,
    [root, desk.units[2]?.organizationId],
  );
  subtree = serviceActor(desk.committeeId, root);
  everywhere = serviceActor(desk.committeeId);
});

afterAll(() => world.close());

const EVERYTHING = `query ($paper: ID!, $unheld: ID!, $other: ID!, $own: ID!, $receipts: [_Any!]!) {
  receiptDetailRows { totalCount nodes { organizationId title } }
  last: receiptDetailRows(offset: 1, first: 1) { nodes { organizationId } }
  of: receiptDetailRows(filter: { documentId: $unheld }) { totalCount }
  receiptRows(groupBy: STATE) { key live }
  receipts(documentId: $paper) { totalCount nodes { id } }
  foreign: receipt(id: $other) { id feedback { text } }
  own: receipt(id: $own) { id document { title handling { drafterName } progress { live } receipts { totalCount } } }
  document(id: $unheld) { title }
  _entities(representations: $receipts) { ... on Receipt { id } }
}`;

async function expectSubtree(): Promise<void> {
  const receipts = [1, 0].map((unit) => ({ __typename: 'Receipt', id: paper.receiptId(unit) }));
  const { data, errors } = await world.graphql('dispatch', subtree, EVERYTHING, {
    paper: paper.documentId,
    unheld: unheld.documentId,
    other: paper.receiptId(1),
    own: paper.receiptId(0),
    receipts,
  });
  expect(errors).toBeUndefined();
  const own = [0, 2].map((unit) => desk.units[unit]?.organizationId ?? '').sort();
  const { receiptDetailRows, last, ...rest } = JSON.parse(JSON.stringify(data));
  const seen = receiptDetailRows.nodes.map((row: { organizationId: string }) => row.organizationId);
  expect([receiptDetailRows.totalCount, [...seen].sort()]).toEqual([2, own]);
  expect(last.nodes).toEqual([{ organizationId: seen[1] }]);
  expect(rest).toMatchObject({
    of: { totalCount: 0 },
    receiptRows: [{ key: 'DELIVERED', live: 2 }],
    receipts: { totalCount: 2 },
    foreign: null,
    own: { document: { handling: null, progress: null, receipts: { totalCount: 2 } } },
    document: null,
    _entities: [null, { id: paper.receiptId(0) }],
  });
}

test('a token for a subtree sees its subtree, whichever way it goes', () => expectSubtree());

test('with row security off the queries alone hold', async () => {
  const tables = ['receipt', 'receipt_return', 'feedback', 'extension_request', 'document', 'document_progress'];
  for (const table of tables) await world.database.query(`alter table dispatch.${table} disable row level security`);
  try {
    await expectSubtree();
  } finally {
    for (const table of tables) await world.database.query(`alter table dispatch.${table} enable row level security`);
  }
});

test.each(['receipt', 'feedback', 'receipt_return'])(
  'without a condition in the query row security alone holds for %s',
  async (table) => {
    const rows = await world
      .context('dispatch', subtree)
      .read((tx) => tx.query<{ unit_id: string }>(`select distinct unit_id from dispatch.${table}`));
    const own = [desk.units[0]?.unitId, desk.units[2]?.unitId];
    expect(rows.filter(({ unit_id }) => !own.includes(unit_id))).toEqual([]);
  },
);

test.each(['documents { totalCount }', 'documentRows { totalCount }'])(
  'a subtree has no part in %s of the committee',
  async (field) => {
    expect(reasonOf((await world.graphql('dispatch', subtree, `{ ${field} }`)).errors)).toBe('OUTSIDE_SCOPE');
  },
);

test.each(['inbox { totalCount }', 'numberSeries { id }', 'documentEconomy(year: 2020) { numbered }'])(
  'no token reads %s, which is for people',
  async (field) => {
    for (const actor of [subtree, everywhere]) {
      expect(reasonOf((await world.graphql('dispatch', actor, `{ ${field} }`)).errors)).toBe('PERSON_REQUIRED');
    }
  },
);

test('a token for the committee reads all receipts and papers, but not how papers came about', async () => {
  const query = `query ($id: ID!) { receiptDetailRows { totalCount } documentRows { totalCount nodes { live } }
    documentProgress(documentId: $id) { live } document(id: $id) { handling { drafterName } progress { live } } }`;
  const { data, errors } = await world.graphql('dispatch', everywhere, query, { id: paper.documentId });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    receiptDetailRows: { totalCount: 6 },
    documentRows: { totalCount: 2, nodes: [{ live: 1 }, { live: 3 }] },
    documentProgress: { live: 3 },
    document: { handling: null, progress: { live: 3 } },
  });
});

test('rows are walked by cursor without a hole or a repetition, while receipts are changed and new ones come', async () => {
  const walked: string[] = [];
  let after: string | null = null;
  for (let page = 0; ; page += 1) {
    const query = `query ($after: String) { receiptDetailRows(first: 2, after: $after) {
      nodes { documentId organizationId } pageInfo { hasNextPage endCursor } } }`;
    const { data } = await world.graphql('dispatch', everywhere, query, { after });
    const { nodes, pageInfo } = JSON.parse(JSON.stringify(data)).receiptDetailRows;
    walked.push(...nodes.map((row: Record<string, string>) => `${row.documentId}.${row.organizationId}`));
    if (page === 0) {
      await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
      await issuePaper(world, desk);
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(walked).toHaveLength(6);
  expect(new Set(walked)).toEqual(
    new Set([paper, unheld].flatMap((each) => [0, 1, 2].map((unit) => each.receiptId(unit)))),
  );
});

test('updatedSince finds what was delivered or changed since, and nothing else', async () => {
  world.clock.advance(60_000);
  const since = world.clock.now().toISOString();
  await paper.act(paper.clerk(2), 'acknowledgeReceipt', 2);
  const query =
    'query ($since: DateTime) { receiptDetailRows(filter: { updatedSince: $since }) { nodes { organizationId updatedAt state } } }';
  const { data } = await world.graphql('dispatch', everywhere, query, { since });
  expect(JSON.parse(JSON.stringify(data)).receiptDetailRows.nodes).toEqual([
    expect.objectContaining({ organizationId: desk.units[2]?.organizationId, state: 'ACKNOWLEDGED' }),
  ]);
});

test('a unit’s person still sees the own unit alone', async () => {
  const { unitId = '', organizationId = '' } = desk.units[1] ?? {};
  const clerk = personActor('UNIT_CLERK', { committeeId: desk.committeeId, unitId, organizationId });
  const { data } = await world.graphql('dispatch', clerk, '{ receiptDetailRows { nodes { organizationId } } }');
  const rows = JSON.parse(JSON.stringify(data)).receiptDetailRows.nodes;
  expect(new Set(rows.map((row: { organizationId: string }) => row.organizationId))).toEqual(new Set([organizationId]));
});

test('no fault was masked', () => {
  expect(world.faults).toEqual([]);
});
