import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import type { HubClient, TestHub } from '../../support';
import { workCommitteeOf } from './committee';

const PASSWORD = 'Inspect-2020-pass';

export interface OpenedInspection {
  readonly inspectionId: string;
  readonly inspector: HubClient;
}

/** 巡察 of the whole committee, and who does it, signed in. */
export async function openInspection(hub: TestHub): Promise<OpenedInspection> {
  const admin = await hub.signIn('admin', DEMO_PASSWORD);
  const security = await hub.signIn('security', DEMO_PASSWORD);
  const { createAccount: account } = await admin.data<{ createAccount: { id: string } }>(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input: { loginName: 'inspector', displayName: '演示·巡察', password: PASSWORD } },
  );
  await hub.database.query('update organization.account set must_change_password = false where account_id = $1', [
    account.id,
  ]);
  const order = { kind: 'DISCIPLINE', orderNumber: '焦巡〔2020〕3号', reason: '市委第三轮巡察' };
  const { openInspection: opened } = await security.data<{ openInspection: { id: string } }>(
    'mutation ($input: OpenInspectionInput!) { openInspection(input: $input) { id } }',
    {
      input: {
        ...order,
        accountId: account.id,
        organizationId: await workCommitteeOf(admin),
        fromOn: '2020-10-15',
        toOn: '2020-10-16',
      },
    },
  );
  return { inspectionId: opened.id, inspector: await hub.signIn('inspector', PASSWORD) };
}
