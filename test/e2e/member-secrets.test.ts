import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';
import { createLogger } from '@hub/runtime';

import { createTestHub, type HubClient, type TestHub } from '../support';

// An id number on its way through the whole hub: it comes out of the reveal, and of no export and no log.

const ID_NUMBER = '410802198503121015';
const MASKED = '4****************5';

const lines: string[] = [];
let hub: TestHub;
let clerk: HubClient;
let leader: HubClient;
let memberId: string;

beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ name: 'member-secrets', level: 'trace', destination });
  hub = await createTestHub({ committee: true, logger });
  clerk = await hub.signIn(unitLogin(1), DEMO_PASSWORD);
  leader = await hub.signIn(`${unitLogin(1)}-leader`, DEMO_PASSWORD);
  memberId = await registered();
});

afterAll(() => hub.close());

async function registered(): Promise<string> {
  const admin = await hub.signIn('admin', DEMO_PASSWORD);
  const { me } = await clerk.data<{ me: { posts: { organization: { id: string; unit: { id: string } } }[] } }>(
    '{ me { posts { organization { id unit { id } } } } }',
  );
  const own = me.posts[0]?.organization;
  const change = { effectiveOn: '2020-10-12', decisionNumber: '焦直〔2020〕8号', decisionOn: '2020-10-09' };
  const { createOrganization } = await admin.data<{ createOrganization: { id: string } }>(
    'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }',
    { input: { unitId: own?.unit.id, kind: 'BRANCH', name: '演示第一支部委员会', affiliationId: own?.id, change } },
  );
  const { registerMember } = await clerk.data<{ registerMember: { id: string } }>(
    'mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { id } }',
    {
      input: {
        organizationId: createOrganization.id,
        name: '张建国',
        sex: 'MALE',
        ethnicity: '汉族',
        bornOn: '1985-03-12',
        kind: 'FORMAL',
        joinedOn: '2008-07-01',
        confirmedOn: '2009-07-01',
        phone: '13803910000',
        idNumber: ID_NUMBER,
      },
    },
  );
  return registerMember.id;
}

const REVEAL = 'mutation ($input: RevealMemberInput!) { revealMember(input: $input) { idNumber } }';
const asked = (change: object = {}) => ({
  input: { memberId, fields: ['ID_NUMBER'], purpose: '核对党员档案', ...change },
});

test('it comes out of the reveal, to whom it is given', async () => {
  expect(await leader.data(REVEAL, asked())).toEqual({ revealMember: { idNumber: ID_NUMBER } });
  expect(await clerk.refusal(REVEAL, asked())).toBe('ROLE_NOT_ALLOWED');
  expect(await leader.refusal(REVEAL, asked({ purpose: ID_NUMBER }))).toBe('TEXT_HOLDS_ID_NUMBER');
});

test('queries and files have the mask alone', async () => {
  const query = 'query ($id: ID!) { member(id: $id) { name idNumberMasked } }';
  expect(await leader.data(query, { id: memberId })).toEqual({ member: { name: '张建国', idNumberMasked: MASKED } });
  for (const format of ['csv', 'ndjson']) {
    const file = await (await leader.fetchPath(`/exports/MemberRows?format=${format}&bom=0`)).text();
    expect(file).toContain(MASKED);
    expect(file).not.toContain(ID_NUMBER);
  }
  expect((await leader.fetchPath('/exports/RevealMember')).status).toBeGreaterThanOrEqual(400);
});

test('a field that is not there cannot be asked for', async () => {
  for (const name of ['idNumber', 'idNumberHash']) {
    const { errors } = await leader.call(`query ($id: ID!) { member(id: $id) { ${name} } }`, { id: memberId });
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
});

test('no log line has it, whatever was answered or refused', async () => {
  await clerk.call('mutation ($input: FindMemberInput!) { findMemberByIdNumber(input: $input) { id } }', {
    input: { idNumber: ID_NUMBER },
  });
  await clerk.call(`mutation { findMemberByIdNumber(input: { idNumber: "${ID_NUMBER}", more: 1 }) { id } }`);
  const written = lines.join('\n');
  expect(written).toContain('MemberRows');
  expect(written).not.toContain(ID_NUMBER);
});
