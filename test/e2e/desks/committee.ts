import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import type { HubClient } from '../../support';

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly memberCount: number;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly protocolOrder: number;
  readonly version: number;
  readonly addressee: { readonly id: string };
}

const UNITS = '{ units(first: 200) { nodes { id name protocolOrder version addressee { id } } } }';

export async function unitsOf(client: HubClient): Promise<readonly Unit[]> {
  return (await client.data<{ units: { nodes: readonly Unit[] } }>(UNITS)).units.nodes;
}

export async function groupNamed(client: HubClient, name: string): Promise<Group> {
  const { recipientGroups } = await client.data<{ recipientGroups: readonly Group[] }>(
    '{ recipientGroups { id name version memberCount } }',
  );
  const found = recipientGroups.find((group) => group.name === name);
  if (!found) throw new Error(`no group ${name}`);
  return found;
}

/** The organisation at the top, to which the committees of the units are affiliated. */
export async function workCommitteeOf(client: HubClient): Promise<string> {
  const { organizations } = await client.data<{ organizations: { nodes: readonly { id: string; kind: string }[] } }>(
    '{ organizations(first: 1000) { nodes { id kind } } }',
  );
  const found = organizations.nodes.find(({ kind }) => kind === 'WORK_COMMITTEE');
  if (!found) throw new Error('no work committee');
  return found.id;
}

const change = { effectiveOn: '2020-10-15', decisionNumber: '焦直组〔2020〕9号', decisionOn: '2020-10-15' };

/** A unit founded in the middle of things, with its committee and a clerk of that login. Returns the committee's id. */
export async function foundUnit(
  admin: HubClient,
  workCommittee: string,
  name: string,
  protocolOrder: number,
  loginName: string,
): Promise<string> {
  const { createUnit: unit } = await admin.data<{ createUnit: { id: string } }>(
    'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }',
    { input: { name, nature: 'ADMINISTRATIVE_ORGAN', protocolOrder, change } },
  );
  const { createOrganization: organization } = await admin.data<{ createOrganization: { id: string } }>(
    'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }',
    {
      input: {
        unitId: unit.id,
        kind: 'ORGAN_COMMITTEE',
        name: `中共焦作${name}机关委员会`,
        affiliationId: workCommittee,
        change,
      },
    },
  );
  const { createAccount: account } = await admin.data<{ createAccount: { id: string } }>(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input: { loginName, displayName: '演示·新单位经办', password: DEMO_PASSWORD } },
  );
  const post = { accountId: account.id, organizationId: organization.id, role: 'UNIT_CLERK', title: '党务专干' };
  await admin.data('mutation ($input: AssignPostInput!) { assignPost(input: $input) { id } }', {
    input: { ...post, heldFrom: '2020-10-15' },
  });
  return organization.id;
}

export async function addToGroup(admin: HubClient, group: Group, organizationId: string): Promise<void> {
  await admin.data('mutation ($input: ChangeGroupMembersInput!) { changeGroupMembers(input: $input) { id } }', {
    input: {
      groupId: group.id,
      add: [organizationId],
      remove: [],
      reason: '新设单位列入创建范围',
      expectedVersion: group.version,
    },
  });
}

export async function renameUnit(admin: HubClient, unit: Unit, name: string): Promise<void> {
  await admin.data('mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { id name } }', {
    input: { unitId: unit.id, name, change, expectedVersion: unit.version },
  });
}
