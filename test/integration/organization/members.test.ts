import { personActor, serviceActor, someId } from '../../support';
import { createMemberWorld, idNumber, type MemberWorld, memberInput, REGISTER } from './member-world';
import { DECISION } from './organization-world';

let m: MemberWorld;

beforeAll(async () => {
  m = await createMemberWorld();
});

afterAll(() => m.world.close());

const READ = 'query ($id: ID!) { member(id: $id) { id name phone idNumberMasked status version unit { id } } }';
const CORRECT = 'mutation ($input: CorrectMemberInput!) { correctMember(input: $input) { id version idNumberMasked } }';
const END = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { id version status } }';
const TRANSFER =
  'mutation ($input: TransferMemberInput!) { transferMember(input: $input) { id organization { id } unit { id } } }';
const FIND = 'mutation ($input: FindMemberInput!) { findMemberByIdNumber(input: $input) { id } }';
const LIST = 'query ($filter: MemberFilterInput) { members(filter: $filter) { totalCount nodes { id name } } }';

interface Members {
  readonly members: { readonly totalCount: number; readonly nodes: readonly { readonly id: string; name: string }[] };
}

const read = async (actor: Parameters<MemberWorld['ask']>[0], id: string) =>
  (await m.ask<{ member: Record<string, unknown> | null }>(actor, READ, { id })).member;

const audits = (objectId: string) =>
  m.rows<{ action: string; before: unknown; after: Record<string, unknown> }>(
    'select action, before, after from organization.audit where object_id = $1 order by id',
    [objectId],
  );

describe('the register', () => {
  test('a unit registers a member, whose number is masked from then on', async () => {
    const { id } = await m.register(m.here.clerk, { name: '李卫东', idNumber: idNumber('1985-03-12', 901) });
    expect(await read(m.here.clerk, id)).toMatchObject({
      name: '李卫东',
      phone: '13803910000',
      idNumberMasked: expect.stringMatching(/^4\*{16}.$/),
      unit: { id: m.here.unit.unitId },
    });
    expect(await audits(id)).toMatchObject([
      { action: 'registerMember', after: { idNumber: expect.stringContaining('****'), phone: '138****0000' } },
    ]);
  });

  test('one key registers once, however often it is sent', async () => {
    const input = memberInput(m.here.branchId);
    const send = () => m.world.graphql('organization', m.here.clerk, REGISTER, { input }, { idempotencyKey: 'once' });
    const [first, second] = [await send(), await send()];
    expect(first.errors).toBeUndefined();
    expect(second.data).toEqual(first.data);
  });

  test.each([
    ['a wrong check character', { idNumber: '410802198503121016' }, 'ID_NUMBER_INVALID'],
    ['another birth date', { bornOn: '1985-03-13' }, 'ID_NUMBER_DISAGREES'],
    ['17 years of age', { joinedOn: '2003-03-11' }, 'JOINED_UNDER_AGE'],
    ['an organisation that is no branch', { organizationId: () => m.here.unit.organizationId }, 'BRANCH_REQUIRED'],
    ['the branch of another unit', { organizationId: () => m.there.branchId }, 'ORGANIZATION_NOT_FOUND'],
  ])('%s is refused and leaves nothing', async (_, change, reason) => {
    const given = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [name, typeof value === 'function' ? value() : value]),
    );
    const before = await m.fingerprint();
    expect(await m.refusal(m.here.clerk, REGISTER, { input: memberInput(m.here.branchId, given) })).toBe(reason);
    expect(await m.fingerprint()).toBe(before);
  });

  test('a person is registered once in the committee; whoever tries leaves a trail and takes a read', async () => {
    const number = idNumber('1985-03-12', 903);
    const { id } = await m.register(m.here.clerk, { idNumber: number });
    for (const { clerk, branchId } of [m.here, m.there]) {
      const input = memberInput(branchId, { idNumber: number });
      expect(await m.refusal(clerk, REGISTER, { input })).toBe('MEMBER_REGISTERED');
      const [trail] = await audits(clerk.accountId);
      expect(trail).toMatchObject({ action: 'registerMember', after: { refused: 'MEMBER_REGISTERED' } });
      const [count] = await m.rows<{ reads: number }>(
        'select reads from organization.sensitive_read where account_id = $1',
        [clerk.accountId],
      );
      expect(count?.reads).toBe(1);
    }
    await m.ask(m.here.clerk, END, {
      input: { memberId: id, exit: 'TRANSFERRED_OUT', endedOn: '2020-10-15', expectedVersion: 1 },
    });
    const again = await m.register(m.there.clerk, { idNumber: number });
    expect(again.id).not.toBe(id);
  });

  test('two at once with one number are one member', async () => {
    const input = memberInput(m.here.branchId);
    const answers = await Promise.all(
      [1, 2].map(() => m.world.graphql('organization', m.here.clerk, REGISTER, { input })),
    );
    expect(answers.filter(({ errors }) => errors?.[0]?.extensions?.reason === 'MEMBER_REGISTERED')).toHaveLength(1);
  });
});

describe('changes', () => {
  test('a correction says what changed, with the number masked, and an old version is refused', async () => {
    const { id, version } = await m.register(m.here.clerk);
    const { organizationId: _, ...facts } = memberInput(m.here.branchId, { name: '张建军', phone: null });
    const input = { ...facts, memberId: id, expectedVersion: version };
    const { correctMember } = await m.ask<{ correctMember: { version: number } }>(m.here.leader, CORRECT, { input });
    expect(correctMember.version).toBe(version + 1);
    const [, corrected] = await audits(id);
    expect(corrected).toMatchObject({
      action: 'correctMember',
      before: { name: '张建国', phone: '138****0000' },
      after: { name: '张建军', phone: null },
    });
    expect(await m.refusal(m.here.leader, CORRECT, { input })).toBe('STALE_VERSION');
  });

  test('without a new number the kept one must agree with the facts', async () => {
    const { id, version } = await m.register(m.here.clerk);
    const { organizationId: _, idNumber: __, ...facts } = memberInput(m.here.branchId, { bornOn: '1984-03-12' });
    const input = { ...facts, memberId: id, expectedVersion: version };
    expect(await m.refusal(m.here.clerk, CORRECT, { input })).toBe('ID_NUMBER_DISAGREES');
  });

  test('the number of another member is refused', async () => {
    const number = idNumber('1985-03-12', 907);
    await m.register(m.there.clerk, { idNumber: number });
    const { id, version } = await m.register(m.here.clerk);
    const { organizationId: _, ...facts } = memberInput(m.here.branchId, { idNumber: number });
    const input = { ...facts, memberId: id, expectedVersion: version };
    expect(await m.refusal(m.here.clerk, CORRECT, { input })).toBe('MEMBER_REGISTERED');
    expect(await read(m.here.clerk, id)).toMatchObject({ version });
  });

  test('who left stays readable and changes no more', async () => {
    const { id, version } = await m.register(m.here.clerk);
    const input = { memberId: id, exit: 'REMOVED', endedOn: '2020-10-15', expectedVersion: version };
    expect(await m.refusal(m.here.clerk, END, { input })).toBe('MEMBER_DECISION_REQUIRED');
    await m.ask(m.here.clerk, END, { input: { ...input, note: '支部大会决议，焦直〔2020〕9号批准' } });
    expect(await read(m.here.clerk, id)).toMatchObject({ status: 'ENDED' });
    expect(await m.refusal(m.here.clerk, END, { input: { ...input, expectedVersion: version + 1 } })).toBe(
      'MEMBER_ENDED',
    );
  });

  test('a branch is not dissolved while members are in it, though the administrator sees none', async () => {
    const { branchId } = await m.branchBelow(m.there.unit.organizationId);
    const { id, version } = await m.register(m.there.clerk, { organizationId: branchId });
    const dissolve = 'mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { status } }';
    const input = { organizationId: branchId, change: DECISION, expectedVersion: 1 };
    const before = await m.fingerprint();
    expect(await m.refusal(m.admin, dissolve, { input })).toBe('MEMBERS_REMAIN');
    expect(await m.fingerprint()).toBe(before);
    await m.ask(m.there.clerk, TRANSFER, {
      input: { memberId: id, toOrganizationId: m.there.branchId, expectedVersion: version },
    });
    expect(await m.ask(m.admin, dissolve, { input })).toEqual({ dissolveOrganization: { status: 'DISSOLVED' } });
  });

  test('the office moves a member between units, a unit between its own branches only', async () => {
    const { id, version } = await m.register(m.here.clerk);
    const input = { memberId: id, toOrganizationId: m.there.branchId, expectedVersion: version };
    expect(await m.refusal(m.here.clerk, TRANSFER, { input })).toBe('ORGANIZATION_NOT_FOUND');
    expect(await m.refusal(m.checker, TRANSFER, { input })).toBe('ROLE_NOT_ALLOWED');
    const { transferMember } = await m.ask<{ transferMember: object }>(m.registrar, TRANSFER, { input });
    expect(transferMember).toEqual({
      id,
      organization: { id: m.there.branchId },
      unit: { id: m.there.unit.unitId },
    });
    expect([await read(m.here.clerk, id), (await read(m.there.clerk, id))?.id]).toEqual([null, id]);
  });
});

describe('who sees whom', () => {
  test('a unit sees its own members, the office all, and foreign ones are not there', async () => {
    const { id } = await m.register(m.here.clerk);
    expect(await read(m.checker, id)).toMatchObject({ id });
    expect(await read(m.there.leader, id)).toBeNull();
    expect(await read(m.there.leader, someId())).toBeNull();
    const [own, other] = await Promise.all(
      [m.here, m.there].map(({ clerk }) => m.ask<Members>(clerk, LIST, { filter: { includeEnded: true } })),
    );
    const ids = (list?: Members) => list?.members.nodes.map((node) => node.id) ?? [];
    expect(ids(own)).toContain(id);
    expect(ids(other).filter((each) => ids(own).includes(each))).toEqual([]);
    const filter = { unitId: m.here.unit.unitId };
    expect((await m.ask<Members>(m.there.clerk, LIST, { filter })).members.totalCount).toBe(0);
  });

  test('a unit keeps the members of units below it, and these see nobody above', async () => {
    const below = await m.branchBelow(m.here.unit.organizationId);
    const { id, version } = await m.register(m.here.leader, { organizationId: below.branchId });
    expect(await read(m.here.clerk, id)).toMatchObject({ unit: { id: below.unit.unitId } });
    expect(await read(below.clerk, id)).toMatchObject({ id });
    expect(await read(m.there.clerk, id)).toBeNull();
    const input = { memberId: id, exit: 'DECEASED', endedOn: '2020-10-15', expectedVersion: version };
    await m.ask(m.here.clerk, END, { input });
    const above = await m.register(m.here.clerk);
    expect(await read(below.clerk, above.id)).toBeNull();
    const reveal = 'mutation ($input: RevealMemberInput!) { revealMember(input: $input) { idNumber } }';
    const asked = { input: { memberId: id, fields: ['ID_NUMBER'], purpose: '核对党员档案' } };
    expect(await m.refusal(m.here.leader, reveal, asked)).toBe('MEMBER_NOT_FOUND');
    expect(await m.ask(below.leader, reveal, asked)).toMatchObject({ revealMember: {} });
  });

  test.each(['COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'INSPECTOR', 'UNIT_TREASURER'] as const)(
    '%s sees no member and registers none',
    async (role) => {
      const { id } = await m.register(m.here.clerk);
      const { committeeId } = m;
      const actor = personActor(role, { committeeId, ...pick(m.here.clerk) });
      expect(await m.refusal(actor, READ, { id })).toBe('ROLE_NOT_ALLOWED');
      expect(await m.refusal(actor, LIST)).toBe('ROLE_NOT_ALLOWED');
      const input = memberInput(m.here.branchId);
      expect(['ROLE_NOT_ALLOWED', 'INSPECTION_READ_ONLY']).toContain(await m.refusal(actor, REGISTER, { input }));
    },
  );

  test('a program sees none, not even as an entity', async () => {
    const { id } = await m.register(m.here.clerk);
    const program = serviceActor(m.committeeId);
    expect(await m.refusal(program, READ, { id })).toBe('PERSON_REQUIRED');
    expect(await m.refusal(program, LIST)).toBe('PERSON_REQUIRED');
    const entity =
      'query ($id: ID!) { _entities(representations: [{ __typename: "Member", id: $id }]) { __typename } }';
    expect(await m.ask(program, entity, { id })).toEqual({ _entities: [null] });
    expect(await m.ask(m.there.clerk, entity, { id })).toEqual({ _entities: [null] });
    expect(await m.ask(m.here.clerk, entity, { id })).toEqual({ _entities: [{ __typename: 'Member' }] });
  });

  test('a member goes with the branch when it comes to another unit', async () => {
    const { id } = await m.register(m.here.clerk);
    const moved = 'update organization.organization set unit_id = $2 where organization_id = $1';
    await m.rows(moved, [m.here.branchId, m.there.unit.unitId]);
    expect(await read(m.there.clerk, id)).toMatchObject({ unit: { id: m.there.unit.unitId } });
    await m.rows(moved, [m.here.branchId, m.here.unit.unitId]);
    expect(await read(m.there.clerk, id)).toBeNull();
  });

  test('a search by number finds one’s own, and foreign and unknown ones alike not', async () => {
    const mine = idNumber('1985-03-12', 911);
    const { id } = await m.register(m.here.clerk, { idNumber: mine });
    const find = (actor: Parameters<MemberWorld['ask']>[0], number: string) =>
      m.ask(actor, FIND, { input: { idNumber: number } });
    expect(await find(m.here.clerk, mine)).toEqual({ findMemberByIdNumber: { id } });
    expect(await find(m.checker, mine)).toEqual({ findMemberByIdNumber: { id } });
    const foreign = await find(m.there.clerk, mine);
    expect(foreign).toEqual({ findMemberByIdNumber: null });
    expect(await find(m.there.clerk, idNumber('1985-03-12', 913))).toEqual(foreign);
    const trail = (await audits(m.there.clerk.accountId)).filter(({ action }) => action === 'findMember');
    expect(trail.map(({ after }) => after)).toEqual([{ memberId: null }, { memberId: null }]);
  });

  test('pages of the list follow the names and miss nobody', async () => {
    const names = ['白一', '安二', '陈三', '丁四', '艾五'];
    const filter = { search: '第页' };
    for (const name of names) await m.register(m.there.clerk, { name: `${name}第页` });
    const page =
      'query ($after: String, $filter: MemberFilterInput) { members(first: 2, after: $after, filter: $filter) { nodes { name } pageInfo { hasNextPage endCursor } } }';
    interface Paged {
      readonly members: {
        readonly nodes: readonly { readonly name: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { members }: Paged = await m.ask<Paged>(m.there.clerk, page, { after, filter });
      seen.push(...members.nodes.map(({ name }) => name.slice(0, 2)));
      after = members.pageInfo.endCursor;
      more = members.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['艾五', '安二', '白一', '陈三', '丁四']);
  });
});

const pick = ({ unitId, organizationId }: { readonly unitId: string; readonly organizationId: string }) => ({
  unitId,
  organizationId,
});
