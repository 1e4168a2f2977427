import type { Id } from '@hub/core';

import { papersById } from '../../../subgraphs/dispatch/src/data/document.read-model';
import { listDocuments } from '../../../subgraphs/dispatch/src/usecases/read-documents';
import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { reasonOf } from './refusal';

let world: TestWorld;
let office: Office;
let held: Id;
let recalled: Id;
let draft: Id;

/** Unit 0 holds one paper; another was recalled from it; a third is a draft nobody holds. */
beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
  held = (await office.issue(await office.bringTo('ISSUE'))).documentId;
  recalled = (await office.issue(await office.bringTo('ISSUE'))).documentId;
  draft = (await office.draft()).documentId;
  await world.database.query(
    `update dispatch.receipt set state = 'RECALLED', recalled_at = delivered_at where document_id = $1`,
    [recalled],
  );
});

afterAll(() => world.close());

const all = () => [held, recalled, draft];

test('row security alone shows a unit the papers it holds', async () => {
  const rows = await office
    .unit(0)
    .read((tx) => tx.query<{ id: Id }>('select document_id as id from dispatch.document'));
  expect(rows.map(({ id }) => id)).toEqual([held]);
});

test('the query alone shows a unit the papers it holds', async () => {
  const { actor } = office.unit(0);
  if (actor === null) throw new Error('a unit acts as somebody');
  const unguarded = { committeeId: office.committeeId, actor, query: world.database.query };
  expect([...(await papersById(unguarded, all())).keys()]).toEqual([held]);
});

test.each(['document_act', 'distribution', 'rule_override', 'number_register', 'document_economy', 'number_series'])(
  'a unit has no access to %s at all',
  async (table) => {
    const look = office.unit(0).read((tx) => tx.query(`select count(*) from dispatch.${table}`));
    await expect(look).rejects.toThrow('permission denied');
  },
);

test.each(['audience', 'drafter_name', 'approver_name', 'rule_facts', 'archive_number'])(
  'a unit cannot read %s of a paper it holds',
  async (column) => {
    const look = office.unit(0).read((tx) => tx.query(`select ${column} from dispatch.document`));
    await expect(look).rejects.toThrow('permission denied');
  },
);

test('in the graph a unit sees the paper and nothing of how it came about', async () => {
  const query = `query ($held: ID!, $recalled: ID!, $draft: ID!) {
    held: document(id: $held) { title documentNumber handling { drafterName } attachments { id } }
    recalled: document(id: $recalled) { title }
    draft: document(id: $draft) { title }
  }`;
  const { data, errors } = await world.graphql('dispatch', office.unit(0).actor, query, { held, recalled, draft });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    held: { title: '关于报送工作总结的通知', documentNumber: '焦直文〔2020〕1号', handling: null, attachments: [] },
    recalled: null,
    draft: null,
  });
  expect(world.faults).toEqual([]);
});

test('the list of documents is the office’s', async () => {
  const page = { first: 10, after: null, offset: null };
  expect(await reasonOf(listDocuments(office.unit(0), {}, page))).toBe('ROLE_NOT_ALLOWED');
  const found = await listDocuments(office.as('OFFICE_CLERK'), { search: '焦直文[2020]第01号' }, page);
  expect(found.items.map(({ id }) => id)).toEqual([held]);
});

test('flat rows carry the counters of the receipts', async () => {
  const query = '{ documentRows(filter: { states: [ISSUED] }) { nodes { documentNumber live awaiting unopened } } }';
  const { data } = await world.graphql('dispatch', office.as('OFFICE_CLERK').actor, query);
  expect(data?.documentRows).toEqual({
    nodes: [
      { documentNumber: '焦直文〔2020〕2号', live: 3, awaiting: 3, unopened: 3 },
      { documentNumber: '焦直文〔2020〕1号', live: 3, awaiting: 3, unopened: 3 },
    ],
  });
});
