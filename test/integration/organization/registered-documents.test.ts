import { createHash } from 'node:crypto';

import type { PersonActor } from '@hub/core';

import { personActor, serviceActor } from '../../support';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;
let second: PersonActor;

beforeAll(async () => {
  o = await createOrganizationWorld();
  second = { ...o.admin, accountId: o.world.ids.next(), postId: o.world.ids.next(), displayName: '第二管理员' };
});

afterAll(() => o.world.close());

const REGISTER = `mutation ($input: RegisterDocumentInput!) { registerDocument(input: $input) {
  id documentId name state cost version authorName text } }`;
const decide = (verb: string, type = 'RegisteredDocumentInput') =>
  `mutation ($input: ${type}!) { ${verb}(input: $input) { state version decidedByName decisionNote retiredByName } }`;
const APPROVE = decide('approveDocument');
const REJECT = decide('rejectDocument', 'RejectDocumentInput');
const RETIRE = decide('retireDocument');

interface Registered {
  readonly registerDocument: { readonly id: string; readonly documentId: string };
}

let count = 0;
const input = (change: object = {}) => {
  const text = `{ unitRows { nodes { name } } } # ${++count}`;
  const checkedId = createHash('sha256').update(text).digest('hex');
  return { name: `Late${count}`, purpose: '查超期单位', text, checkedId, checkedCost: 120, ...change };
};
const register = async (change: object = {}) =>
  (await o.ask<Registered>(o.admin, REGISTER, { input: input(change) })).registerDocument;
const on = (registrationId: string, expectedVersion = 1) => ({ input: { registrationId, expectedVersion } });
const trusted = async (ref: string, actor = serviceActor(o.committeeId)) => {
  const query = 'query ($ref: String!) { trustedDocument(ref: $ref) { id name text } }';
  return (await o.ask<{ trustedDocument: { text: string } | null }>(actor, query, { ref })).trustedDocument;
};

test('a document is in use once another administrator approved it', async () => {
  const given = input();
  const { id, documentId } = (await o.ask<Registered>(o.admin, REGISTER, { input: given })).registerDocument;
  expect(await trusted(documentId)).toBeNull();
  expect(await o.refusal(o.admin, APPROVE, on(id))).toBe('APPROVER_IS_AUTHOR');
  expect(await o.ask(second, APPROVE, on(id))).toMatchObject({
    approveDocument: { state: 'APPROVED', decidedByName: '第二管理员', version: 2 },
  });
  for (const ref of [documentId, given.name]) {
    expect(await trusted(ref)).toEqual({ id: documentId, name: given.name, text: given.text });
  }
  expect(await trusted(given.name, { ...serviceActor(o.committeeId), committeeId: o.world.ids.next() })).toBeNull();
  const audits = await o.rows('select action, before, after from organization.audit where object_id = $1 order by id', [
    id,
  ]);
  expect(audits).toMatchObject([
    { action: 'registerDocument', after: { state: 'PENDING', cost: 120, documentId } },
    { action: 'approveDocument', before: { state: 'PENDING' }, after: { state: 'APPROVED' } },
  ]);
  expect(JSON.stringify(audits)).not.toContain('unitRows');
});

test('a document that no gateway checked is not registered', async () => {
  const before = await o.fingerprint();
  for (const unchecked of [{ checkedCost: null }, { checkedId: null }]) {
    expect(await o.refusal(o.admin, REGISTER, { input: input(unchecked) })).toBe('DOCUMENT_UNCHECKED');
  }
  expect(await o.fingerprint()).toBe(before);
});

test('a newly approved document takes the place of the old one of its name', async () => {
  const old = await register({ name: 'Same' });
  await o.ask(second, APPROVE, on(old.id));
  const next = await register({ name: 'Same' });
  expect(await o.refusal(o.admin, REGISTER, { input: input({ name: 'Same' }) })).toBe('DOCUMENT_PENDING');
  expect(await trusted('Same')).toMatchObject({ id: old.documentId });
  await o.ask(second, APPROVE, on(next.id));
  expect(await trusted('Same')).toMatchObject({ id: next.documentId });
  expect(await trusted(old.documentId)).toBeNull();
  expect(await o.refusal(second, RETIRE, on(old.id, 3))).toBe('DOCUMENT_STATE');
});

test('the same text is registered once', async () => {
  const given = input();
  await o.ask(o.admin, REGISTER, { input: given });
  expect(await o.refusal(o.admin, REGISTER, { input: { ...given, name: 'Other' } })).toBe('DOCUMENT_TEXT_TAKEN');
});

test('a rejected document says why and stays out', async () => {
  const { id, documentId } = await register();
  expect(await o.refusal(second, REJECT, { input: { ...on(id).input, reason: ' ' } })).toBe('SERVICE_TEXT');
  expect(await o.ask(second, REJECT, { input: { ...on(id).input, reason: '取数过多' } })).toMatchObject({
    rejectDocument: { state: 'REJECTED', decisionNote: '取数过多' },
  });
  expect(await o.refusal(second, APPROVE, on(id, 2))).toBe('DOCUMENT_STATE');
  expect(await trusted(documentId)).toBeNull();
});

test('a retired document is out of use, and an author may take a waiting one back', async () => {
  const used = await register();
  await o.ask(second, APPROVE, on(used.id));
  expect(await o.ask(second, RETIRE, on(used.id, 2))).toMatchObject({ retireDocument: { state: 'RETIRED' } });
  expect(await trusted(used.documentId)).toBeNull();
  const waiting = await register();
  expect(await o.ask(o.admin, RETIRE, on(waiting.id))).toMatchObject({ retireDocument: { state: 'RETIRED' } });
});

test('two persons are asked for by the database as well', async () => {
  const { id } = await register();
  const alone = o.rows(
    `update organization.registered_document set state = 'APPROVED', decided_at = registered_at,
       decided_by_account_id = author_account_id where registration_id = $1`,
    [id],
  );
  await expect(alone).rejects.toThrow('check constraint');
  const underOnePost = o.rows(
    `update organization.registered_document set state = 'APPROVED', decided_at = registered_at,
       decided_by_account_id = $2, decided_by_post_id = author_post_id where registration_id = $1`,
    [id, second.accountId],
  );
  await expect(underOnePost).rejects.toThrow('registered_document_two_persons');
});

test('decisions are made on the version that was seen, by administrators of the committee', async () => {
  const { id } = await register();
  expect(await o.refusal(second, APPROVE, on(id, 2))).toBe('STALE_VERSION');
  const clerk = personActor('OFFICE_REGISTRAR', { committeeId: o.committeeId });
  for (const verb of [APPROVE, RETIRE]) expect(await o.refusal(clerk, verb, on(id))).toBe('ROLE_NOT_ALLOWED');
  expect(await o.refusal(clerk, REGISTER, { input: input() })).toBe('ROLE_NOT_ALLOWED');
  expect(await o.refusal(clerk, '{ registeredDocuments { totalCount } }')).toBe('ROLE_NOT_ALLOWED');
  const stranger = { ...second, committeeId: o.world.ids.next() };
  expect(await o.refusal(stranger, APPROVE, on(id))).toBe('DOCUMENT_NOT_REGISTERED');
});

test('two administrators who decide at once decide once', async () => {
  const { id } = await register();
  const third = { ...second, accountId: o.world.ids.next(), postId: o.world.ids.next() };
  const answers = await Promise.all(
    [second, third].map((actor) => o.world.graphql('organization', actor, APPROVE, on(id))),
  );
  expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
});

test('the list shows what waits', async () => {
  const { id } = await register();
  const query = '{ registeredDocuments(states: [PENDING], first: 1) { totalCount nodes { id cost text } } }';
  expect(await o.ask(o.admin, query)).toMatchObject({ registeredDocuments: { nodes: [{ id, cost: 120 }] } });
});

test('exports are logged for people and for tokens, and read by the auditor', async () => {
  const BEGIN = 'mutation ($input: BeginExportInput!) { beginExport(input: $input) }';
  const FINISH = 'mutation ($input: FinishExportInput!) { finishExport(input: $input) }';
  const facts = { documentId: 'd', documentName: 'UnitRows', format: 'CSV', variablesDigest: 'v' };
  const token = serviceActor(o.committeeId);
  const clerk = personActor('UNIT_CLERK', { committeeId: o.committeeId });
  for (const actor of [token, clerk]) {
    const { beginExport: exportId } = await o.ask<{ beginExport: string }>(actor, BEGIN, { input: facts });
    const end = { input: { exportId, outcome: 'COMPLETE', rowCount: 3_000_000_000 } };
    expect(await o.ask(actor, FINISH, end)).toEqual({ finishExport: true });
    expect(await o.ask(actor, FINISH, end)).toEqual({ finishExport: false });
  }
  await o.ask(token, BEGIN, { input: { ...facts, format: 'NDJSON' } });
  expect(await o.refusal(null, BEGIN, { input: facts })).toBe('SIGN_IN_REQUIRED');
  const query = `{ exportRecords { totalCount nodes {
    actorName accountId serviceTokenId documentName format outcome rowCount } } }`;
  expect(await o.ask(o.auditor, query)).toEqual({
    exportRecords: {
      totalCount: 3,
      nodes: [
        expect.objectContaining({ format: 'NDJSON', outcome: null, rowCount: null, actorName: token.name }),
        expect.objectContaining({ accountId: clerk.accountId, serviceTokenId: null, rowCount: 3_000_000_000 }),
        expect.objectContaining({ accountId: null, serviceTokenId: token.serviceTokenId, outcome: 'COMPLETE' }),
      ],
    },
  });
  for (const other of [clerk, o.admin]) expect(await o.refusal(other, query)).toBe('ROLE_NOT_ALLOWED');
  const audits = await o.rows(`select action, after from organization.audit where object_type = 'export' order by id`);
  expect(audits).toHaveLength(5);
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
