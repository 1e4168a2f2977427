import type { PersonActor } from '@hub/core';

import { unitLogin } from '../../../infra/seed/organization';
import { EXPORT_FORMATS } from '../../../subgraphs/organization/src/domain/export';
import { serviceActor, standingIn } from '../../support';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';
import { signedIn } from './sessions';

// 批量导出: more rows than a person may take alone leave the hub when a second person agreed, once, within a day.

let o: OrganizationWorld;
let clerk: PersonActor;
let leader: PersonActor;

beforeAll(async () => {
  o = await createOrganizationWorld();
  clerk = (await signedIn(o, unitLogin(1))).actor;
  leader = (await signedIn(o, `${unitLogin(1)}-leader`)).actor;
});

afterAll(() => o.world.close());

const GRANT = 'id state version reason requestedByName decidedByName usedAt';
const REQUEST = `mutation ($input: RequestExportInput!) { requestExport(input: $input) { ${GRANT} } }`;
const decide = (verb: string) => `mutation ($input: DecideExportInput!) { ${verb}(input: $input) { ${GRANT} } }`;
const APPROVE = decide('approveExport');
const REJECT = decide('rejectExport');
const BEGIN = 'mutation ($input: BeginExportInput!) { beginExport(input: $input) }';
const LIST = '{ exportGrants { totalCount nodes { id } } }';

interface Requested {
  readonly requestExport: { readonly id: string; readonly version: number };
}

let count = 0;
/** A document of its own for each test. */
const bulk = () => ({ documentId: `id-${++count}`, documentName: `Rows${count}`, variablesDigest: 'v' });
const begin = (of: object) => ({ input: { ...of, format: 'CSV', isBulk: true } });
const request = async (actor: PersonActor, of: object): Promise<{ grantId: string; expectedVersion: number }> => {
  const { requestExport } = await o.ask<Requested>(actor, REQUEST, { input: { ...of, reason: '年终汇总' } });
  return { grantId: requestExport.id, expectedVersion: requestExport.version };
};

test('many rows leave when a second person agreed: once, by the one who asked, as the log says', async () => {
  const of = bulk();
  expect(await o.refusal(clerk, BEGIN, begin(of))).toBe('EXPORT_NEEDS_APPROVAL');
  const input = await request(clerk, of);
  expect(await o.refusal(clerk, BEGIN, begin(of))).toBe('EXPORT_NEEDS_APPROVAL');
  expect(await o.ask(leader, APPROVE, { input })).toMatchObject({
    approveExport: { state: 'APPROVED', reason: '年终汇总', decidedByName: leader.displayName, version: 2 },
  });
  for (const other of [{ variablesDigest: 'w' }, { documentId: 'id' }, { documentName: 'Other' }]) {
    expect(await o.refusal(clerk, BEGIN, begin({ ...of, ...other }))).toBe('EXPORT_NEEDS_APPROVAL');
  }
  expect(await o.refusal(leader, BEGIN, begin(of))).toBe('EXPORT_NEEDS_APPROVAL');
  expect(await o.refusal(standingIn(leader, clerk), BEGIN, begin(of))).toBe('EXPORT_NEEDS_APPROVAL');
  const { beginExport: exportId } = await o.ask<{ beginExport: string }>(clerk, BEGIN, begin(of));
  expect(await o.refusal(clerk, BEGIN, begin(of))).toBe('EXPORT_NEEDS_APPROVAL');
  const [log] = await o.rows(
    'select reason, approved_by_name, grant_id from organization.export_log where export_id = $1',
    [exportId],
  );
  expect(log).toEqual({ reason: '年终汇总', approved_by_name: leader.displayName, grant_id: input.grantId });
  const [row] = await o.rows('select state, export_id from organization.export_grant where grant_id = $1', [
    input.grantId,
  ]);
  expect(row).toEqual({ state: 'USED', export_id: exportId });
  const actions = await o.rows(`select action from organization.audit where object_id in ($1, $2) order by id`, [
    input.grantId,
    exportId,
  ]);
  expect(actions.map(({ action }) => action)).toEqual(['requestExport', 'approveExport', 'beginExport']);
});

test('the refusal names what has to be asked for', async () => {
  const of = bulk();
  const { errors } = await o.world.graphql('organization', clerk, BEGIN, begin(of));
  expect(errors?.[0]?.extensions?.details).toEqual(of);
});

test('an approval is good for a day', async () => {
  const of = bulk();
  await o.ask(leader, APPROVE, { input: await request(clerk, of) });
  o.world.clock.advance(24 * 60 * 60_000);
  expect(await o.refusal(clerk, BEGIN, begin(of))).toBe('EXPORT_NEEDS_APPROVAL');
  o.world.clock.advance(-1);
  await o.ask(clerk, BEGIN, begin(of));
  o.world.clock.set('2020-10-15T09:00:00+08:00');
});

test('two exports at once use one approval once', async () => {
  const of = bulk();
  await o.ask(leader, APPROVE, { input: await request(clerk, of) });
  const answers = await Promise.all([1, 2, 3].map(() => o.world.graphql('organization', clerk, BEGIN, begin(of))));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

test.each(EXPORT_FORMATS)('what leaves as %s stands in the log', async (format) => {
  const { beginExport: exportId } = await o.ask<{ beginExport: string }>(clerk, BEGIN, {
    input: { ...bulk(), format },
  });
  expect(await o.rows('select format from organization.export_log where export_id = $1', [exportId])).toEqual([
    { format },
  ]);
});

test('programs take what their documents were approved for', async () => {
  await o.ask(serviceActor(o.committeeId), BEGIN, begin(bulk()));
});

test('who may not decide: the one who asked, his delegate, and who answers for others', async () => {
  const input = await request(leader, bulk());
  const delegate = standingIn(clerk, leader);
  for (const same of [leader, delegate]) expect(await o.refusal(same, APPROVE, { input })).toBe('EXPORT_SECOND_PERSON');
  expect(await o.refusal(clerk, APPROVE, { input })).toBe('ROLE_NOT_ALLOWED');
  expect(await o.refusal(o.admin, APPROVE, { input })).toBe('ROLE_NOT_ALLOWED');
  const elsewhere = (await signedIn(o, `${unitLogin(2)}-leader`)).actor;
  expect(await o.refusal(elsewhere, APPROVE, { input })).toBe('EXPORT_GRANT_NOT_FOUND');
  const checker = (await signedIn(o, 'checker')).actor;
  expect(await o.refusal(checker, APPROVE, { input: { ...input, expectedVersion: 7 } })).toBe('STALE_VERSION');
  expect(await o.ask(checker, REJECT, { input: { ...input, note: '范围过大' } })).toMatchObject({
    rejectExport: { state: 'REJECTED' },
  });
  expect(await o.refusal(checker, APPROVE, { input: { ...input, expectedVersion: 2 } })).toBe('EXPORT_GRANT_DECIDED');
  expect(await o.refusal(o.admin, REQUEST, { input: { ...bulk(), reason: '年终汇总' } })).toBe('ROLE_NOT_ALLOWED');
  expect(await o.refusal(clerk, REQUEST, { input: { ...bulk(), reason: ' ' } })).toBe('EXPORT_REASON');
});

test('everybody sees the own requests, who decides those of the unit or of all', async () => {
  const { grantId } = await request(clerk, bulk());
  const seenBy = async (actor: PersonActor) =>
    (await o.ask<{ exportGrants: { nodes: { id: string }[] } }>(actor, LIST)).exportGrants.nodes.map(({ id }) => id);
  const checker = (await signedIn(o, 'checker')).actor;
  for (const actor of [clerk, leader, checker]) expect(await seenBy(actor)).toContain(grantId);
  const officeClerk = (await signedIn(o, 'clerk')).actor;
  const elsewhere = (await signedIn(o, `${unitLogin(2)}-leader`)).actor;
  for (const actor of [officeClerk, elsewhere]) expect(await seenBy(actor)).toEqual([]);
  const behind = (actor: PersonActor) =>
    o.world.context('organization', actor).read((tx) => tx.query('select grant_id from organization.export_grant'));
  expect(await behind(elsewhere)).toEqual([]);
  expect(await behind({ ...o.admin })).toEqual([]);
});

test('the database keeps two persons', async () => {
  const { grantId } = await request(clerk, bulk());
  const set = (account: string, post: string) =>
    o.rows(
      `update organization.export_grant set state = 'APPROVED', decided_by_account_id = $2, decided_by_post_id = $3,
         decided_by_name = '某', decided_at = now() where grant_id = $1`,
      [grantId, account, post],
    );
  await expect(set(clerk.accountId, leader.postId)).rejects.toThrow('export_grant_two_persons');
  await expect(set(leader.accountId, clerk.postId)).rejects.toThrow('export_grant_two_persons');
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
