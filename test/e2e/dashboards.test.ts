import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { createTestHub, HubClient, type TestHub, trustedText } from '../support';
import { eventually } from '../support/eventually';
import { endedExports } from './desks/export-log';

let hub: TestHub;
let admin: HubClient;
let second: HubClient;
let own: Unit;
let other: Unit;

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly addressee: { readonly id: string };
}

beforeAll(async () => {
  hub = await createTestHub({ committee: true });
  admin = await hub.signIn('admin', DEMO_PASSWORD);
  second = await secondAdministrator();
  const { units } = await admin.data<{ units: { nodes: Unit[] } }>(
    '{ units(first: 40) { nodes { id name addressee { id } } } }',
  );
  [own, other] = [units.nodes[30] as Unit, units.nodes[31] as Unit];
});

afterAll(() => hub.close());

async function secondAdministrator(): Promise<HubClient> {
  const password = 'another-admin-2020';
  const { createAccount } = await admin.data<{ createAccount: { id: string } }>(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input: { loginName: 'admin2', displayName: '第二管理员', password } },
  );
  const { me } = await admin.data<{ me: { posts: { organization: { id: string } }[] } }>(
    '{ me { posts { organization { id } } } }',
  );
  const security = await hub.signIn('security', DEMO_PASSWORD);
  await security.data('mutation ($input: AssignPostInput!) { assignPost(input: $input) { id } }', {
    input: {
      accountId: createAccount.id,
      organizationId: me.posts[0]?.organization.id,
      role: 'COMMITTEE_ADMIN',
      title: '系统管理员',
      heldFrom: '2020-10-01',
    },
  });
  return hub.signIn('admin2', password);
}

interface Issued {
  readonly token: string;
  readonly serviceToken: { readonly id: string; readonly version: number };
}

const ISSUE = `mutation ($input: IssueServiceTokenInput!) { issueServiceToken(input: $input) {
  token serviceToken { id version } } }`;

let count = 0;
async function issue(change: object): Promise<Issued> {
  count += 1;
  const input = { name: `看板${count}`, purpose: '大屏取数', expiresAt: '2020-12-31T00:00:00+08:00', ...change };
  const { issueServiceToken } = await admin.data<{ issueServiceToken: Issued }>(ISSUE, { input });
  return issueServiceToken;
}

const asToken = (token: string) => new HubClient(hub.url, token);
const fetchExport = (path: string, token: string) =>
  fetch(`${hub.url}/exports/${path}`, { headers: { authorization: `Bearer ${token}` } });
const refusalOf = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { extensions: { reason: string } }[] };
  return [answer.status, errors[0]?.extensions.reason];
};

const REGISTER =
  'mutation ($input: RegisterDocumentInput!) { registerDocument(input: $input) { id cost version documentId } }';
const APPROVE = 'mutation ($input: RegisteredDocumentInput!) { approveDocument(input: $input) { state } }';

interface Registered {
  readonly registerDocument: { id: string; cost: number; version: number; documentId: string };
}

const PEEK = `# 看一眼别的单位
query Peek($unit: ID!, $organization: ID!) {
  unit(id: $unit) { id name organizations { id posts { id } } zone { units { id } } }
  organization(id: $organization) { id children { id } }
  organizationTree(rootId: $organization) { id }
  units(first: 1000) { totalCount nodes { id } }
  found: units(filter: { search: "局" }) { totalCount }
  zones { units { id } }
}`;

describe('a token for the subtree of a unit', () => {
  let token: string;

  beforeAll(async () => {
    const input = { name: 'Peek', purpose: '查看各单位', text: PEEK };
    const { registerDocument } = await admin.data<Registered>(REGISTER, { input });
    await second.data(APPROVE, { input: { registrationId: registerDocument.id, expectedVersion: 1 } });
    ({ token } = await issue({ documents: ['UnitRows', 'Peek'], unitId: own.id }));
  });

  test('exports its subtree and nothing else, to the byte', async () => {
    const answer = await fetchExport('UnitRows?includeDissolved=true', token);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, [...bytes.subarray(0, 3)]]).toEqual([200, [0xef, 0xbb, 0xbf]]);
    const [header, row, end, ...more] = bytes.subarray(3).toString().split('\r\n');
    expect(header).toBe(
      'unitId,name,shortName,nature,sector,protocolOrder,zoneName,status,effectiveFrom,effectiveTo,' +
        'organizations,formalMembers,probationaryMembers,changedAt',
    );
    expect(row?.startsWith(`${own.id},${own.name},`)).toBe(true);
    expect([end, more]).toEqual(['', []]);
  });

  test('the same rows as NDJSON, and through GraphQL', async () => {
    const lines = await (await fetchExport('UnitRows?format=ndjson', token)).text();
    expect(JSON.parse(lines)).toMatchObject({ unitId: own.id, name: own.name });
    const query = trustedText('UnitRows');
    expect(await asToken(token).data(query)).toMatchObject({
      unitRows: { totalCount: 1, nodes: [{ unitId: own.id }] },
    });
  });

  test('finds nothing of another unit, by no way through the graph', async () => {
    const seen = await asToken(token).data(PEEK, { unit: other.id, organization: other.addressee.id });
    expect(seen).toMatchObject({
      unit: null,
      organization: null,
      organizationTree: [],
      units: { totalCount: 1, nodes: [{ id: own.id }] },
      found: { totalCount: own.name.includes('局') ? 1 : 0 },
    });
    expect(JSON.stringify(seen)).not.toContain(other.id);
    const mine = await asToken(token).data<{ unit: { id: string } }>(PEEK, {
      unit: own.id,
      organization: own.addressee.id,
    });
    expect(mine.unit.id).toBe(own.id);
  });

  test.each([
    ['a text of its own', '{ units { totalCount } }'],
    ['the graph', '{ __schema { types { name } } }'],
    ['a mutation', 'mutation { logout }'],
    ['who it is', '{ me { displayName } }'],
  ])('is refused %s', async (_, query) => {
    expect(await asToken(token).refusal(query)).toBe('DOCUMENT_NOT_IN_SCOPE');
  });

  test('is refused the documents of others, and files', async () => {
    expect(await asToken(token).refusal(trustedText('DocumentRows'))).toBe('DOCUMENT_NOT_IN_SCOPE');
    expect(await refusalOf(await fetchExport('DocumentRows', token))).toEqual([403, 'DOCUMENT_NOT_IN_SCOPE']);
    expect(await refusalOf(await fetchExport('Nothing', token))).toEqual([403, 'DOCUMENT_NOT_IN_SCOPE']);
    const file = await fetch(`${hub.url}/files/x`, { headers: { authorization: `Bearer ${token}` } });
    expect(await refusalOf(file)).toEqual([403, 'PERSON_REQUIRED']);
  });
});

test('a token for the committee exports all units; what it exported and when it was used can be seen', async () => {
  const { token, serviceToken } = await issue({ documents: ['UnitRows', 'DocumentRows', 'ReceiptDetailRows'] });
  const text = await (await fetchExport('UnitRows?bom=0', token)).text();
  expect(text.split('\r\n')).toHaveLength(78);
  expect(await (await fetchExport('DocumentRows?bom=0&states=ISSUED', token)).text()).toMatch(
    /^documentId,[^\n]*\r\n$/,
  );
  expect(await (await fetchExport('ReceiptDetailRows?format=ndjson', token)).text()).toBe('');
  const auditor = await hub.signIn('auditor', DEMO_PASSWORD);
  const exported = await endedExports(auditor);
  const seen = await admin.data<{ serviceTokens: { nodes: { id: string; lastUsedAt: string | null }[] } }>(
    '{ serviceTokens { nodes { id lastUsedAt } } }',
  );
  const common = { outcome: 'COMPLETE', serviceTokenId: serviceToken.id };
  expect(exported.slice(0, 3)).toMatchObject([
    { ...common, documentName: 'ReceiptDetailRows', format: 'NDJSON', rowCount: 0 },
    { ...common, documentName: 'DocumentRows', format: 'CSV', rowCount: 0 },
    { ...common, documentName: 'UnitRows', format: 'CSV', rowCount: 76 },
  ]);
  expect(seen.serviceTokens.nodes.find(({ id }) => id === serviceToken.id)?.lastUsedAt).not.toBeNull();
});

test('a person exports with the own session and rights', async () => {
  const clerk = await hub.signIn('unit001', DEMO_PASSWORD);
  const units = await clerk.fetchPath('/exports/UnitRows?format=ndjson&bom=0');
  expect((await units.text()).split('\n')).toHaveLength(77);
  expect(await refusalOf(await clerk.fetchPath('/exports/DocumentRows'))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  expect(await refusalOf(await hub.visitor.fetchPath('/exports/UnitRows'))).toEqual([401, 'SIGN_IN_REQUIRED']);
});

test('a file of a person says who took it', async () => {
  const clerk = await hub.signIn('unit001', DEMO_PASSWORD);
  const file = await (await clerk.fetchPath('/exports/UnitRows')).text();
  expect(file).toMatch(
    /\r\n导出人：演示·经办001（党务专干） 导出时间：2020-10-15 \d\d:\d\d 导出编号：[0-9a-f-]{36}\r\n$/,
  );
});

test('a revoked token opens nothing, and an expired one neither', async () => {
  const { token, serviceToken } = await issue({ documents: ['UnitRows'] });
  const expiresAt = new Date(hub.clock.now().getTime() + 600_000).toISOString();
  const short = await issue({ documents: ['UnitRows'], expiresAt });
  expect((await fetchExport('UnitRows', token)).status).toBe(200);
  await admin.data('mutation ($input: ServiceTokenInput!) { revokeServiceToken(input: $input) { state } }', {
    input: { tokenId: serviceToken.id, expectedVersion: serviceToken.version },
  });
  // The gateway hears of it by a signal.
  await eventually(async () =>
    expect(await refusalOf(await fetchExport('UnitRows', token))).toEqual([401, 'SERVICE_TOKEN_INVALID']),
  );
  expect(await asToken(token).refusal(trustedText('UnitRows'))).toBe('SERVICE_TOKEN_INVALID');
  expect(await refusalOf(await fetchExport('UnitRows', `${token}x`))).toEqual([401, 'SERVICE_TOKEN_INVALID']);
  expect((await fetchExport('UnitRows', short.token)).status).toBe(200);
  hub.clock.advance(600_000);
  expect(await refusalOf(await fetchExport('UnitRows', short.token))).toEqual([401, 'SERVICE_TOKEN_INVALID']);
});

describe('a document that is registered while the hub runs', () => {
  const text = '# 各单位名称\nquery UnitNames { unitRows { nodes { name nature } } }';
  const input = (change: object = {}) => ({ name: 'UnitNames', purpose: '大屏取名称', text, ...change });

  test.each([
    ['that is no GraphQL', { text: 'query UnitNames {' }, 'DOCUMENT_INVALID'],
    ['that asks for what is not there', { text: 'query UnitNames { nothing }' }, 'DOCUMENT_INVALID'],
    ['that asks for the graph', { text: 'query UnitNames { __schema { types { name } } }' }, 'DOCUMENT_INVALID'],
    ['that asks for what is hidden', { text: 'query UnitNames { sessionActor(sessionKey: "x") }' }, 'DOCUMENT_INVALID'],
    ['that changes something', { text: 'mutation UnitNames { logout }' }, 'DOCUMENT_NOT_QUERY'],
    ['of two operations', { text: `${text} query B { me { displayName } }` }, 'DOCUMENT_NOT_QUERY'],
    ['under another name', { name: 'Other' }, 'DOCUMENT_NAME_MISMATCH'],
    [
      'under a name of the product',
      { name: 'UnitRows', text: 'query UnitRows { me { displayName } }' },
      'DOCUMENT_NAME_RESERVED',
    ],
    [
      'that costs too much',
      {
        text: 'query UnitNames { units(first: 1000) { nodes { zone { units { zone { units { zone { units { id } } } } } } } } }',
      },
      'DOCUMENT_TOO_COSTLY',
    ],
  ])('is refused %s', async (_, change, reason) => {
    expect(await admin.refusal(REGISTER, { input: input(change) })).toBe(reason);
  });

  test('is checked also when it stands in the mutation itself, and under an alias', async () => {
    const literal = `mutation { mine: registerDocument(input: { name: "Bad", purpose: "试", text: "query Bad { nothing }" }) { id } }`;
    expect(await admin.refusal(literal)).toBe('DOCUMENT_INVALID');
    const good = `mutation { mine: registerDocument(input: {
      name: "Good", purpose: "试试", text: "query Good { unitRows { nodes { name } } }" }) { cost } }`;
    expect(await admin.data(good)).toMatchObject({ mine: { cost: 51 } });
  });

  test('whoever is no administrator is refused for that', async () => {
    const clerk = await hub.signIn('unit001', DEMO_PASSWORD);
    expect(await clerk.refusal(REGISTER, { input: input() })).toBe('ROLE_NOT_ALLOWED');
  });

  test('a client cannot say that it was checked', async () => {
    const { errors } = await admin.call(REGISTER, { input: input({ checkedId: 'x', checkedCost: 1 }) });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('runs, exports and is bound to tokens once a second administrator approved it, until it is retired', async () => {
    const { registerDocument } = await admin.data<Registered>(REGISTER, { input: input() });
    expect(registerDocument.cost).toBeGreaterThan(0);
    const decision = { input: { registrationId: registerDocument.id, expectedVersion: 1 } };
    const bind = (documents: string[]) => ({
      input: { name: '过早', purpose: '尚未批准', documents, expiresAt: '2020-12-31T00:00:00+08:00' },
    });
    expect(await admin.refusal(ISSUE, bind(['UnitNames']))).toBe('DOCUMENT_NOT_REGISTERED');
    expect(await admin.refusal(ISSUE, bind(['SignOut']))).toBe('DOCUMENT_NOT_READ_ONLY');
    expect(await admin.refusal(APPROVE, decision)).toBe('APPROVER_IS_AUTHOR');
    expect(await second.data(APPROVE, decision)).toEqual({ approveDocument: { state: 'APPROVED' } });
    hub.clock.advance(5_000);
    const { token } = await issue({ documents: [registerDocument.documentId], unitId: own.id });
    const lines = await (await fetchExport('UnitNames?bom=0', token)).text();
    expect(lines).toMatch(new RegExp(`^name,nature\\r\\n${own.name},[A-Z_]+\\r\\n$`));
    await second.data('mutation ($input: RegisteredDocumentInput!) { retireDocument(input: $input) { state } }', {
      input: { registrationId: registerDocument.id, expectedVersion: 2 },
    });
    // The gateway hears of it by a signal.
    await eventually(async () =>
      expect(await refusalOf(await fetchExport('UnitNames', token))).toEqual([403, 'DOCUMENT_NOT_IN_SCOPE']),
    );
  });
});
