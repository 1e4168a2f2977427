import type { PersonActor, Role } from '@hub/core';

import { approveForIssue } from '../../../subgraphs/dispatch/src/usecases/approve-for-issue';
import { assignNumber } from '../../../subgraphs/dispatch/src/usecases/assign-number';
import { checkDocument } from '../../../subgraphs/dispatch/src/usecases/check-document';
import { confirmOverride } from '../../../subgraphs/dispatch/src/usecases/confirm-override';
import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { overrideRule } from '../../../subgraphs/dispatch/src/usecases/override-rule';
import { recheckDocument } from '../../../subgraphs/dispatch/src/usecases/recheck-document';
import { submitDocument } from '../../../subgraphs/dispatch/src/usecases/submit-document';
import { createTestWorld, personActor, standingIn, type TestWorld } from '../../support';
import { type Context, type Office, openOffice } from './office';
import { reasonOf } from './refusal';

// 双人: who stands in for the first person is no second one, and neither is the first himself under another post.

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
});

afterAll(() => world.close());

const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });
const person = (role: Role): PersonActor => office.as(role).actor as PersonActor;
const as = (actor: PersonActor): Context => world.context('dispatch', actor);
const newPerson = (role: Role): PersonActor => {
  const { committeeId, organizationId, unitId } = person('OFFICE_CLERK');
  return personActor(role, { committeeId, organizationId, unitId });
};

test('a draft that was written for somebody is checked by neither of the two', async () => {
  const principal = person('OFFICE_CLERK');
  const writer = newPerson('OFFICE_CHECKER');
  const delegate = as(standingIn(writer, principal));
  const drafted = await office.draft({}, delegate);
  const submitted = await submitDocument(delegate, { ...of(drafted), notClassifiedPledge: true });
  const check = { ...of(submitted), secrecyReviewed: true };
  const principalAsChecker = { ...newPerson('OFFICE_CHECKER'), accountId: principal.accountId };
  for (const same of [writer, principalAsChecker, standingIn(newPerson('OFFICE_CLERK'), principalAsChecker)]) {
    expect(await reasonOf(checkDocument(as(same), check))).toBe('SAME_PERSON');
  }
  await checkDocument(as(newPerson('OFFICE_CHECKER')), check);
  const [act] = await world.database.query(
    `select account_id, post_id, principal_id, person_name from dispatch.document_act
     where document_id = $1 and act = 'DRAFT'`,
    [drafted.documentId],
  );
  expect(act).toEqual({
    account_id: writer.accountId,
    post_id: principal.postId,
    principal_id: principal.accountId,
    person_name: '测试OFFICE_CHECKER（受测试OFFICE_CLERK委托）',
  });
});

test('a rule is let pass by two who do not stand in for each other', async () => {
  const checker = person('OFFICE_CHECKER');
  const drafted = await office.draft({
    kind: 'REPORT',
    direction: 'UPWARD',
    title: '关于上半年工作的报告',
    addresseeLine: '市委：',
    text: '现将上半年工作报告如下。\n妥否，请批示。',
  });
  const block = { ...of(drafted), ruleId: 'R2', evidence: '妥否，请批示', reason: '上级口头要求' } as const;
  const overrideId = await overrideRule(as(checker), block);
  const confirmation = { ...of(drafted), overrideId };
  const deputy = newPerson('COMMITTEE_LEADER');
  const same = [standingIn(deputy, checker), standingIn(checker, deputy), { ...deputy, accountId: checker.accountId }];
  for (const actor of same) {
    expect(await reasonOf(confirmOverride(as(actor), confirmation))).toBe('OVERRIDE_SECOND_PERSON');
  }
  const set = (account: string, post: string, principal: string | null) =>
    world.database.query(
      `update dispatch.rule_override set confirmed_by_account_id = $2, confirmed_by_post_id = $3,
         confirmed_by_principal_id = $4, confirmed_by_name = '某', confirmed_at = now() where override_id = $1`,
      [overrideId, account, post, principal],
    );
  await expect(set(checker.accountId, deputy.postId, null)).rejects.toThrow('check constraint');
  await expect(set(deputy.accountId, checker.postId, null)).rejects.toThrow('rule_override_two_persons');
  await expect(set(deputy.accountId, deputy.postId, checker.accountId)).rejects.toThrow('rule_override_two_persons');
  await confirmOverride(as(deputy), confirmation);
});

test('a date that was set back is not confirmed by whoever signed for the leader', async () => {
  await office.bringTo('ISSUE');
  const leader = person('COMMITTEE_LEADER');
  const registrar = newPerson('OFFICE_REGISTRAR');
  const checked = await office.bringTo('APPROVE');
  const signed = await approveForIssue(as(standingIn(registrar, leader)), {
    ...of(checked),
    asMainLeader: true,
    writtenOn: '2020-10-12',
  });
  const rechecked = await recheckDocument(office.as('OFFICE_REGISTRAR'), of(signed));
  const number = { ...of(rechecked), reason: '补办上周会议决定' };
  expect(await reasonOf(assignNumber(as(registrar), number))).toBe('BACKFILL_NOT_CONFIRMED');
  expect((await assignNumber(office.as('OFFICE_REGISTRAR'), number)).state).toBe('READY');
});

test('no fault was masked', () => {
  expect(world.faults).toEqual([]);
});
