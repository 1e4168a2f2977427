import { unitLogin } from '../../../infra/seed/organization';
import { createNoticeWorld, type Got, type NoticeWorld } from './notice-world';
import { DECISION, WORK_COMMITTEE } from './organization-world';
import { signedIn } from './sessions';

let o: NoticeWorld;

beforeAll(async () => {
  o = await createNoticeWorld();
});

afterAll(() => o.world.close());

/** Got under a post of one's own, meant for oneself. */
const own = (...logins: string[]): Got[] => logins.map((login) => ({ login, delegated: false, remark: null }));
const instead = (remark: string, ...logins: string[]): Got[] => own(...logins).map((got) => ({ ...got, remark }));

const clerk = (order: number) => unitLogin(order);
const leader = (order: number) => `${unitLogin(order)}-leader`;

const postOf = async (login: string): Promise<string> => {
  const [post] = await o.rows<{ postId: string }>(
    `select p.post_id as "postId" from organization.post p join organization.account a using (committee_id, account_id)
     where a.login_name = $1`,
    [login],
  );
  return post?.postId ?? '';
};

/** Posts of those logins come to their end. */
const ends = (...logins: string[]) =>
  o.rows(
    `update organization.post p set ended_at = $2 from organization.account a
     where (a.committee_id, a.account_id) = (p.committee_id, p.account_id) and a.login_name = any($1)`,
    [logins, o.world.clock.now()],
  );

const told = async (...addressees: Parameters<NoticeWorld['notify']>[0]) => o.gotBy(await o.notify(addressees));

describe('the desk of an organisation', () => {
  test('is its clerks', async () => {
    const { organizationId } = await o.unitAt(1);
    expect(await told({ to: 'UNIT_DESK', organizationId })).toEqual(own(clerk(1)));
  });

  test('is that of the unit, where the organisation has none of its own', async () => {
    const branch = await branchOf(2);
    expect(await told({ to: 'UNIT_DESK', organizationId: branch })).toEqual(own(clerk(2)));
  });

  test('is its leaders, where there are no clerks', async () => {
    const { organizationId } = await o.unitAt(3);
    await ends(clerk(3));
    expect(await told({ to: 'UNIT_DESK', organizationId })).toEqual(own(leader(3)));
  });

  test('is the office, for a branch of the work committee itself', async () => {
    const { organizationId } = await o.unitAt(10);
    await ends(clerk(10), leader(10));
    expect(await told({ to: 'UNIT_DESK', organizationId })).toEqual(own('clerk', 'registrar'));
    expect(await told({ to: 'UNIT_LEADER', organizationId })).toEqual(own('leader', 'leader-deputy'));
  });

  test('is asked for today: a post to come, one that ran out and a closed account are nobody', async () => {
    const { organizationId } = await o.unitAt(4);
    await o.rows(`update organization.post set held_from = '2020-10-16' where post_id = $1`, [await postOf(clerk(4))]);
    expect(await told({ to: 'UNIT_DESK', organizationId })).toEqual(own(leader(4)));
    await o.rows(`update organization.post set held_from = '2020-10-15' where post_id = $1`, [await postOf(clerk(4))]);
    await o.rows(`update organization.post set held_to = '2020-10-14' where post_id = $1`, [await postOf(leader(4))]);
    expect(await told({ to: 'UNIT_LEADER', organizationId }, { to: 'UNIT_DESK', organizationId })).toEqual(
      [...own(clerk(4)), ...instead(await nobody('单位负责人', 4), 'checker', 'registrar')].sort(byLogin),
    );
    await o.rows(`update organization.account set status = 'DISABLED' where login_name = $1`, [clerk(4)]);
    expect(await told({ to: 'UNIT_DESK', organizationId })).toEqual(
      instead(await nobody('单位经办', 4), 'checker', 'registrar'),
    );
  });

  test('follows the organisation to the unit that took it in', async () => {
    const { organizationId, unitId } = await o.unitAt(5);
    const successor = await o.unitAt(6);
    await ends(clerk(5), leader(5));
    const input = { unitIds: [unitId], successorId: successor.unitId, change: DECISION };
    await o.ask(o.admin, 'mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { id } }', { input });
    expect(await told({ to: 'UNIT_DESK', organizationId })).toEqual(own(clerk(6)));
  });
});

test('each of the others is who holds it', async () => {
  const { organizationId, unitId } = await o.unitAt(7);
  const { login } = await contactLeaderOf(unitId);
  expect(await told({ to: 'UNIT_LEADER', organizationId })).toEqual(own(leader(7)));
  expect(await told({ to: 'DUTY_POST', organizationId })).toEqual(own(clerk(7), leader(7)));
  expect(await told({ to: 'ZONE_LEADER', unitId })).toEqual(own(login));
  expect(await told({ to: 'OFFICE' })).toEqual(own('checker', 'registrar'));
  expect(await told({ to: 'POST', postId: await postOf('clerk') })).toEqual(own('clerk'));
});

test('the duty post is whoever is on the roster at this moment, and desk and leaders between shifts', async () => {
  const { organizationId } = await o.unitAt(13);
  await o.rows('insert into organization.duty_roster (committee_id, organization_id, version) values ($1, $2, 1)', [
    o.committeeId,
    organizationId,
  ]);
  await o.rows(
    `insert into organization.duty_shift (committee_id, organization_id, starts_at, ends_at, post_id)
     values ($1, $2, '2020-10-15T20:00:00+08:00', '2020-10-16T08:00:00+08:00', $3)`,
    [o.committeeId, organizationId, await postOf(leader(13))],
  );
  const morning = o.world.clock.now();
  expect(await told({ to: 'DUTY_POST', organizationId })).toEqual(own(clerk(13), leader(13)));
  o.world.clock.set('2020-10-15T20:00:00+08:00');
  expect(await told({ to: 'DUTY_POST', organizationId })).toEqual(own(leader(13)));
  o.world.clock.set('2020-10-16T08:00:00+08:00');
  expect(await told({ to: 'DUTY_POST', organizationId })).toEqual(own(clerk(13), leader(13)));
  o.world.clock.set(morning);
});

test('书记 and 专职副书记 are all leaders of the committee until it is said who they are', async () => {
  expect(await told({ to: 'SECRETARY' })).toEqual(own('leader', 'leader-deputy'));
  await designate('SECRETARY', 'leader');
  await designate('DEPUTY_SECRETARY', 'leader-deputy');
  expect(await told({ to: 'SECRETARY' })).toEqual(own('leader'));
  expect(await told({ to: 'DEPUTY_SECRETARY' })).toEqual(own('leader-deputy'));
});

test('a matter of somebody whose post has ended goes to the desk he left', async () => {
  const postId = await postOf(leader(8));
  await ends(leader(8));
  expect(await told({ to: 'POST', postId })).toEqual(own(clerk(8)));
});

test('what was meant for nobody who can be found goes to the office, which is told so', async () => {
  const { organizationId, unitId } = await o.unitAt(9);
  await o.rows('delete from organization.zone_unit where unit_id = $1', [unitId]);
  expect(await told({ to: 'ZONE_LEADER', unitId })).toEqual(
    instead('本应送片区联系领导，现无人在岗，转工委办公室处理。', 'checker', 'registrar'),
  );
  await ends(clerk(9), leader(9));
  expect(await told({ to: 'DUTY_POST', organizationId })).toEqual(
    instead(await nobody('值班岗', 9), 'checker', 'registrar'),
  );
  const unknown = o.world.ids.next();
  expect(await told({ to: 'UNIT_DESK', organizationId: unknown }, { to: 'OFFICE' })).toEqual(
    own('checker', 'registrar'),
  );
});

test('who is meant twice gets it once, for himself before for another', async () => {
  const { organizationId } = await o.unitAt(11);
  await lend(11);
  expect(await told({ to: 'UNIT_LEADER', organizationId })).toEqual([
    { login: clerk(11), delegated: true, remark: null },
    ...own(leader(11)),
  ]);
  expect(await told({ to: 'UNIT_LEADER', organizationId }, { to: 'UNIT_DESK', organizationId })).toEqual(
    own(clerk(11), leader(11)),
  );
});

test('a delegate is told for as long as the post is lent to him', async () => {
  const { organizationId } = await o.unitAt(12);
  await lend(12, { fromOn: '2020-10-16', toOn: '2020-10-16' });
  expect(await told({ to: 'UNIT_LEADER', organizationId })).toEqual(own(leader(12)));
  o.world.clock.set('2020-10-16T09:00:00+08:00');
  const [first] = await told({ to: 'UNIT_LEADER', organizationId });
  expect(first).toEqual({ login: clerk(12), delegated: true, remark: null });
  o.world.clock.set('2020-10-17T09:00:00+08:00');
  expect(await told({ to: 'UNIT_LEADER', organizationId })).toEqual(own(leader(12)));
});

test('with nobody in the office either, a notice is refused and leaves nothing behind', async () => {
  await ends('checker', 'registrar', 'clerk', 'leader', 'leader-deputy');
  const before = await o.rows('select count(*) from organization.notice');
  await expect(o.notify([{ to: 'OFFICE' }])).rejects.toMatchObject({ reason: 'NOTICE_FOR_NOBODY' });
  expect(await o.rows('select count(*) from organization.notice')).toEqual(before);
});

const designate = async (standing: string, login: string) => {
  const input = { standing, postId: await postOf(login), expectedVersion: 0 };
  const mutation = 'mutation ($input: DesignateStandingInput!) { designateStanding(input: $input) { standing } }';
  await o.ask(o.admin, mutation, { input });
};

const byLogin = (a: Got, b: Got) => a.login.localeCompare(b.login);

const nobody = async (who: string, order: number): Promise<string> => {
  const { organizationId } = await o.unitAt(order);
  const [organization] = await o.rows<{ name: string }>(
    'select name from organization.organization where organization_id = $1',
    [organizationId],
  );
  return `本应送${who}（${organization?.name}），现无人在岗，转工委办公室处理。`;
};

/** A branch below the organisation of a unit, in which nobody has a post. */
async function branchOf(order: number): Promise<string> {
  const { organizationId, unitId } = await o.unitAt(order);
  const id = o.world.ids.next();
  await o.rows(
    `insert into organization.organization
       (committee_id, organization_id, unit_id, kind, name, affiliation_id, affiliation_path, status, effective_from)
     select committee_id, $2, $3, 'BRANCH', '第一党支部', organization_id, affiliation_path || $2::uuid, 'ACTIVE',
            effective_from
     from organization.organization where organization_id = $1`,
    [organizationId, id, unitId],
  );
  return id;
}

async function contactLeaderOf(unitId: string): Promise<{ readonly login: string }> {
  const { organizationId } = await o.organizationNamed(WORK_COMMITTEE);
  const [leaderOfZone] = await o.rows<{ login: string }>(
    `select a.login_name as login from organization.zone_unit m
     join organization.zone z using (committee_id, zone_id)
     join organization.post p on p.post_id = z.contact_leader_post_id and p.organization_id = $2
     join organization.account a on a.account_id = p.account_id where m.unit_id = $1 and m.year = 2020`,
    [unitId, organizationId],
  );
  if (!leaderOfZone) throw new Error('the seed has no contact leader there');
  return leaderOfZone;
}

/** The leader of a unit lends his post to its clerk. */
async function lend(order: number, term: object = {}): Promise<void> {
  const principal = (await signedIn(o, leader(order))).actor;
  const delegate = (await signedIn(o, clerk(order))).actor;
  const input = {
    delegateAccountId: delegate.accountId,
    fromOn: '2020-10-15',
    toOn: '2020-10-15',
    reason: '出差',
    ...term,
  };
  await o.ask(principal, 'mutation ($input: DelegatePostInput!) { delegatePost(input: $input) { id } }', { input });
}
