import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { createTestHub, type HubClient, shownCode, type TestHub } from '../support';

let hub: TestHub;
let security: HubClient;

const proof = (loginName: string, more: object = {}) => ({ input: { loginName, password: DEMO_PASSWORD, ...more } });
const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';

beforeAll(async () => {
  hub = await createTestHub({ committee: true, settings: { secondFactor: 'required' } });
  security = await enrolled('security');
});

afterAll(() => hub.close());

/** Enrols at the door and comes in, as an administrator does on the first day. */
async function enrolled(loginName: string): Promise<HubClient> {
  expect(await hub.visitor.refusal(LOGIN, proof(loginName))).toBe('SECOND_FACTOR_ENROL');
  const { enrolSecondFactor } = await hub.visitor.data<{ enrolSecondFactor: { secret: string } }>(
    'mutation ($input: EnrolSecondFactorInput!) { enrolSecondFactor(input: $input) { secret } }',
    proof(loginName),
  );
  const code = () => shownCode(enrolSecondFactor.secret, hub.clock.now());
  await hub.visitor.data(
    'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }',
    proof(loginName, { code: code() }),
  );
  expect(await hub.visitor.refusal(LOGIN, proof(loginName, { code: code() }))).toBe('SECOND_FACTOR_WRONG');
  hub.clock.advance(30_000);
  return hub.visitor.signIn(loginName, DEMO_PASSWORD, code());
}

test('an administrator enrols at the door and comes in through the gateway', async () => {
  const { me } = await security.data<{ me: object }>('{ me { posts { role } } }');
  expect(me).toEqual({ posts: [{ role: 'SECURITY_ADMIN' }] });
});

test('sessions that the 安全管理员 ends are over at the next request', async () => {
  const clerk = await hub.signIn('unit001', DEMO_PASSWORD);
  const { me } = await clerk.data<{ me: { accountId: string } }>('{ me { accountId } }');
  const { accounts } = await security.data<{ accounts: { nodes: { id: string; version: number }[] } }>(
    '{ accounts(search: "unit001") { nodes { id version } } }',
  );
  const account = accounts.nodes.find(({ id }) => id === me.accountId);
  const input = { accountId: account?.id, expectedVersion: account?.version };
  await security.data('mutation ($input: AccountInput!) { revokeSessions(input: $input) { id } }', { input });
  hub.clock.advance(6_000);
  expect(await clerk.refusal('{ me { displayName } }')).toBe('SESSION_ENDED');
});
