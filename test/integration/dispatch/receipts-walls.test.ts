import type { Actor, PersonActor } from '@hub/core';

import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper, reasonOf } from './paper';

let world: TestWorld;
let desk: Office;
let other: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 3);
  other = await openOffice(world, 1);
  paper = await issuePaper(world, desk, { feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] } });
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  await paper.act(paper.clerk(0), 'submitFeedback', 0, { text: '仅本单位可见' });
  await paper.act(paper.clerk(1), 'returnReceipt', 1, { reason: 'MISSENT', explanation: '仅本单位可见' });
  const organizationIds = [desk.units[2]?.organizationId];
  await paper.actOnAll(paper.office('OFFICE_REGISTRAR'), 'recallDocument', { organizationIds, reason: '错发' });
});

afterAll(() => world.close());

const read = <Row>(actor: Actor, sql: string) => world.context('dispatch', actor).read((tx) => tx.query<Row>(sql));

/** What row security alone lets a side see, whatever the statement asks for. */
describe('the wall of the database', () => {
  test.each([
    ['receipt', 'organization_id', [1, 1, 0]],
    ['receipt_return', 'organization_id', [0, 1, 0]],
    ['feedback', 'organization_id', [1, 0, 0]],
    ['extension_request', 'organization_id', [0, 0, 0]],
    ['document', 'document_id', [1, 1, 0]],
  ])('shows each unit its own rows of %s', async (table, column, counts) => {
    const seen = await Promise.all(
      [0, 1, 2].map((unit) => read(paper.clerk(unit), `select ${column} from dispatch.${table}`)),
    );
    expect(seen.map((rows) => rows.length)).toEqual(counts);
  });

  test.each(['document_progress', 'distribution', 'document_act'])('shows a unit no %s at all', async (table) => {
    await expect(read(paper.clerk(0), `select 1 from dispatch.${table}`)).rejects.toThrow(/permission denied/);
  });

  test('shows each unit what was done under its own posts', async () => {
    const seen = await Promise.all(
      [0, 1, 2].map((unit) => read(paper.clerk(unit), 'select unit_id, action from dispatch.audit')),
    );
    const units = [0, 1].map((unit) => (paper.clerk(unit) as PersonActor).unitId);
    expect(seen.map((rows) => [...new Set(rows.map((row) => (row as { unit_id: string }).unit_id))])).toEqual([
      [units[0]],
      [units[1]],
      [],
    ]);
  });

  test.each(['receipt', 'receipt_return', 'feedback', 'document_progress'])(
    'shows another committee nothing of %s',
    async (table) => {
      expect(await read(other.as('OFFICE_REGISTRAR').actor as Actor, `select 1 from dispatch.${table}`)).toEqual([]);
    },
  );

  test('lets a unit neither judge its feedback nor answer its return', async () => {
    const write = (sql: string) => world.context('dispatch', paper.clerk(0)).transaction((tx) => tx.execute(sql));
    await expect(write(`update dispatch.feedback set state = 'ACCEPTED'`)).rejects.toThrow(/permission denied/);
    await expect(write(`update dispatch.receipt_return set answer = '同意'`)).rejects.toThrow(/permission denied/);
    await expect(write(`delete from dispatch.receipt`)).rejects.toThrow(/permission denied/);
  });

  test('changes no receipt of another unit', async () => {
    const changed = await world
      .context('dispatch', paper.clerk(0))
      .transaction((tx) => tx.execute(`update dispatch.receipt set opened_at = now()`));
    expect(changed).toBe(1);
  });

  test('counts nothing for a document the unit does not hold', async () => {
    const stranger = await issuePaper(world, other);
    const values = Array.from({ length: 15 }, () => '1').join(', ');
    const add = world
      .context('dispatch', paper.clerk(0))
      .transaction((tx) =>
        tx.execute(`insert into dispatch.document_progress values ($1, $2, $2, ${values})`, [
          desk.committeeId,
          stranger.documentId,
        ]),
      );
    await expect(add).rejects.toThrow(/row-level security/);
  });
});

/** What the use cases alone let pass: here the database shows everything to everybody. */
describe('the wall of the use cases', () => {
  const TABLES = ['receipt', 'receipt_return', 'feedback', 'extension_request', 'document', 'document_progress'];
  const setRowSecurity = async (mode: 'enable' | 'disable') => {
    for (const table of TABLES) await world.database.query(`alter table dispatch.${table} ${mode} row level security`);
  };

  beforeAll(() => setRowSecurity('disable'));
  afterAll(() => setRowSecurity('enable'));

  const ask = (unit: number, query: string, variables = {}) =>
    world.graphql('dispatch', paper.clerk(unit), query, { document: paper.documentId, ...variables });

  test('a unit lists its own receipts only', async () => {
    const query = `query ($document: ID!) {
      inbox(box: ALL) { nodes { id } }
      receipts(documentId: $document) { nodes { id feedback { text } returns { explanation } } }
      receiptRows(groupBy: UNIT) { key }
    }`;
    expect((await ask(1, query)).data).toEqual({
      inbox: { nodes: [{ id: paper.receiptId(1) }] },
      receipts: { nodes: [{ id: paper.receiptId(1), feedback: [], returns: [{ explanation: '仅本单位可见' }] }] },
      receiptRows: [{ key: desk.units[1]?.unitId }],
    });
  });

  test('a recalled receipt is nowhere', async () => {
    const query = `query ($document: ID!, $id: ID!) {
      inbox(box: ALL) { totalCount } receipts(documentId: $document) { totalCount } receipt(id: $id) { id }
      receiptRows(groupBy: UNIT) { key }
    }`;
    expect((await ask(2, query, { id: paper.receiptId(2) })).data).toEqual({
      inbox: { totalCount: 0 },
      receipts: { totalCount: 0 },
      receipt: null,
      receiptRows: [],
    });
  });

  test('a receipt of another unit does not resolve, by id nor as an entity', async () => {
    const query = `query ($id: ID!, $representations: [_Any!]!) {
      receipt(id: $id) { id }
      _entities(representations: $representations) { ... on Receipt { id } }
    }`;
    const representations = [0, 1].map((unit) => ({ __typename: 'Receipt', id: paper.receiptId(unit) }));
    expect((await ask(1, query, { id: paper.receiptId(0), representations })).data).toEqual({
      receipt: null,
      _entities: [null, { id: paper.receiptId(1) }],
    });
  });

  test.each(['documentProgress', 'documentProgressCheck'])('a unit gets no %s', async (field) => {
    const selection = field === 'documentProgress' ? 'live' : 'agrees';
    const { errors } = await ask(1, `query ($document: ID!) { ${field}(documentId: $document) { ${selection} } }`);
    expect(reasonOf(errors)).toBe('ROLE_NOT_ALLOWED');
  });

  test('an act on a receipt of another unit is refused, and so is one on a recalled one', async () => {
    expect(
      (await paper.act(paper.clerk(1), 'assignReceipt', 0, { postId: desk.committeeId, title: '甲' })).reason,
    ).toBe('OUTSIDE_SCOPE');
    expect((await paper.act(paper.clerk(2), 'acknowledgeReceipt', 2)).reason).toBe('RECEIPT_RECALLED');
  });
});
