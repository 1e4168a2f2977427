import type { PersonActor } from '@hub/core';
import type { LocalResponse } from '@hub/graphql';
import { type GraphQLObjectType, getOperationAST, OperationTypeNode, parse } from 'graphql';

import { createTestHub, createTestWorld, personActor, SUBGRAPHS, type TestWorld, trustedDocuments } from '../support';
import { statementsOf } from '../support/count-statements';
import { type AskBothWays, type Call, everySubgraph, openBothWays } from './own-operations/both-ways';
import { everyField } from './own-operations/every-field';
import { issueOnePaper, type Known } from './own-operations/issued-paper';

// Every query of the trusted documents, on a committee with a paper that is out: the subgraphs' answers in this process
// are those of graphql-js, and every call of theirs is compiled.

const queries = Object.values(trustedDocuments())
  .filter(({ text }) => getOperationAST(parse(text))?.operation === OperationTypeNode.QUERY)
  .map(({ name, text }): [string, string] => [name, text]);

/** How deep the parts of an entity are asked for. */
const PARTS = 2;

let world: TestWorld;
let known: Known;
let ask: AskBothWays;

beforeAll(async () => {
  const hub = await createTestHub({ committee: true });
  try {
    known = await issueOnePaper(hub);
  } catch (error) {
    await hub.close();
    throw error;
  }
  world = await createTestWorld({ subgraphs: everySubgraph, database: await hub.leaveDatabase() });
  ask = openBothWays(world);
}, 120_000);

afterAll(() => world?.close());

const office = (): PersonActor =>
  personActor('OFFICE_REGISTRAR', {
    committeeId: known.committeeId,
    ...known.person,
    organizationId: known.workCommittee,
  });

const admin = (): PersonActor => ({ ...office(), role: 'COMMITTEE_ADMIN' });

const clerk = (): PersonActor => {
  const { id: unitId, organizationId } = known.unit;
  return personActor('UNIT_CLERK', { committeeId: known.committeeId, unitId, organizationId });
};

/** What each document's variables are filled with; the rest have defaults or may be left out. */
const variablesOf = (name: string): Record<string, unknown> => {
  const byName: Record<string, Record<string, unknown>> = {
    ReadUnit: { id: known.unit.id },
    ReadOrganization: { id: known.unit.organizationId },
    ReadSessions: { accountId: known.person.accountId },
    ReadReceipt: { id: known.unit.receiptId },
    ReadToldNotices: { type: 'Receipt', id: known.unit.receiptId },
    ReadRecipientGroup: { id: known.groupId },
    ReadDocument: { id: known.documentId },
    ReadInbox: { box: 'ALL' },
    ReadDutyRoster: {
      organizationId: known.unit.organizationId,
      from: '2020-10-01T00:00:00+08:00',
      to: '2020-11-01T00:00:00+08:00',
    },
    ReadUnits: { filter: { nature: null } },
    ReadReceipts: { filter: {}, documentId: known.documentId },
    PreviewReportTask: {
      input: {
        kind: 'MONTHLY',
        title: '月报',
        periodKey: '2020-10',
        templateId: known.documentId,
        templateVersion: 1,
        audience: { groups: [{ groupId: known.groupId }] },
      },
    },
    CompareReportVersions: { from: 1 },
    ReadReports: { box: 'WORKED_ON' },
    ReadReportAggregates: { field: 'meetings', groupBy: 'ZONE' },
    ReadReportFigures: { field: 'meetings' },
    SearchReports: { query: '党建' },
    UnitRows: { first: 20, offset: 3 },
    ReceiptDetailRows: { documentId: known.documentId },
  };
  const { documentId, seriesId, workCommittee: rootId } = known;
  const text = queries.find(([query]) => query === name)?.[1] ?? '';
  const common = {
    documentId,
    seriesId,
    rootId,
    year: 2020,
    month: '2020-10-01',
    groupBy: 'UNIT',
    id: documentId,
    of: documentId,
    taskId: documentId,
    reportId: documentId,
  };
  const declared = Object.entries(common).filter(([variable]) => new RegExp(`\\$${variable}: ?\\w+!`).test(text));
  return { ...Object.fromEntries(declared), ...byName[name] };
};

test.each(queries)('%s says the same compiled as with graphql-js, whoever asks', async (name, text) => {
  for (const actor of [office(), admin(), clerk()]) {
    const { calls } = await ask(text, variablesOf(name), actor);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.map(({ actual }: Call) => actual)).toEqual(calls.map(({ reference }) => reference));
    expect(calls.filter(({ decision }) => decision !== 'compiled')).toEqual([]);
  }
});

test('they find something to say', async () => {
  const found: string[] = [];
  for (const [name, text] of queries) {
    for (const actor of [office(), admin(), clerk()]) {
      const { body } = await ask(text, variablesOf(name), actor);
      if (!('errors' in JSON.parse(body)) && body.length > 100) found.push(name);
    }
  }
  expect(world.faults).toEqual([]);
  expect(new Set(found).size).toBeGreaterThan(20);
});

/** Where keys of the entities that have rows by now are found. */
const KEYS: Readonly<Record<string, string>> = {
  Account: 'select account_id as id from organization.account',
  Post: 'select post_id as id from organization.post',
  Organization: 'select organization_id as id from organization.organization',
  Unit: 'select unit_id as id from organization.unit',
  Zone: 'select zone_id as id from organization.zone',
  Document: 'select document_id as id from dispatch.document',
  NumberSeries: 'select series_id as id from dispatch.number_series',
  Receipt: `select document_id || '.' || organization_id as id from dispatch.receipt`,
};

const entities = SUBGRAPHS.flatMap(({ name, graphql }) =>
  Object.keys(graphql.references)
    .filter((type) => type in KEYS)
    .map((type): [string, string] => [name, type]),
);

test.each(entities)(
  '%s finds any number of %s with one statement, and each of their parts likewise',
  async (name, type) => {
    const rows = await world.database.query<{ id: string }>(`${KEYS[type]} order by 1 limit 60`);
    const { schema } = world.subgraph(name);
    const fields = everyField(schema.getType(type) as GraphQLObjectType, PARTS);
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} ${fields} } }`;
    const keys = rows.map(({ id }) => ({ __typename: type, id }));
    let answer: LocalResponse = {};
    const statements = await statementsOf(async () => {
      // Accounts are the administrator's, and papers the office's.
      answer = await world.graphql(name, name === 'organization' ? admin() : office(), text, { keys });
    });
    expect(answer.errors ?? []).toEqual([]);
    expect((answer.data?._entities as unknown[] | undefined)?.filter(Boolean)).toHaveLength(keys.length);
    const repeats = statements.map((statement) => statements.filter((other) => other === statement).length);
    // A loader may be asked once at each level, however many keys there are.
    expect(Math.max(...repeats)).toBeLessThanOrEqual(PARTS + 1);
  },
);
