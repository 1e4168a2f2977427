import type { Unit } from '../../e2e/desks/committee';
import { memberInput } from '../../integration/organization/member-world';
import type { HubClient } from '../../support';

const BRANCH = 'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }';
const MEMBER = 'mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { id } }';
const TOKEN = 'mutation ($input: IssueServiceTokenInput!) { issueServiceToken(input: $input) { token } }';

/** A member in a branch of another unit, under the secret, and the token of a program. */
export async function keepPeopleSecret(
  admin: HubClient,
  clerk: HubClient,
  { id: unitId, addressee }: Unit,
  secret: string,
): Promise<void> {
  const change = { effectiveOn: '2020-10-12', decisionNumber: '焦直〔2020〕8号', decisionOn: '2020-10-09' };
  const { createOrganization } = await admin.data<{ createOrganization: { id: string } }>(BRANCH, {
    input: { unitId, kind: 'BRANCH', name: '第一支部委员会', affiliationId: addressee.id, change },
  });
  await clerk.data(MEMBER, { input: memberInput(createOrganization.id, { name: secret }) });
  await admin.data(TOKEN, {
    input: { name: '看板', purpose: '大屏取数', documents: ['UnitRows'], expiresAt: '2020-12-31T00:00:00+08:00' },
  });
}
