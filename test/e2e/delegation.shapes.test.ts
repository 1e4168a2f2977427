import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';

import { createTestHub, type HubClient, shapesOfRun, type TestHub } from '../support';
import { unitsOf } from './desks/committee';
import { Office, type Paper } from './desks/office';
import { UnitDesk } from './desks/unit';

// 委托, through every layer: what is done under a lent post shows both names, and ends with the loan. The session cache
// lives by the clock of the test, which stands still: an end that acts here was told.

const TEXT = '关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。';

let hub: TestHub;
let office: Office;

jest.setTimeout(180_000);

interface Lent {
  readonly id: string;
  readonly version: number;
}

/** The post of one is lent to the other for two days; the other acts under it then. */
async function lend(principal: HubClient, delegate: HubClient): Promise<Lent> {
  const who = '{ me { accountId actingPostId } }';
  const { me: from } = await principal.data<{ me: { actingPostId: string } }>(who);
  const { me: to } = await delegate.data<{ me: { accountId: string } }>(who);
  const input = { delegateAccountId: to.accountId, fromOn: '2020-10-15', toOn: '2020-10-16', reason: '出差' };
  const { delegatePost } = await principal.data<{ delegatePost: Lent }>(
    'mutation ($input: DelegatePostInput!) { delegatePost(input: $input) { id version } }',
    { input },
  );
  await delegate.data('mutation ($id: ID!) { switchPost(postId: $id) { actingPostId } }', { id: from.actingPostId });
  return delegatePost;
}

const end = (party: HubClient, { id, version }: Lent) =>
  party.data('mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { state } }', {
    input: { delegationId: id, expectedVersion: version },
  });

describe.each(shapesOfRun())('in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true });
    office = await Office.open(hub);
  });

  afterAll(() => hub.close());

  test('a receipt and an opinion show both names, and the end of the loan is the end of the session', async () => {
    const seriesId = await office.createSeries('焦直文', ['NOTIFICATION']);
    const desk = await UnitDesk.open(hub, 1);
    const colleague = await hub.signIn(`${unitLogin(1)}-leader`, DEMO_PASSWORD);
    const unit = (await unitsOf(office.admin)).find(({ protocolOrder }) => protocolOrder === 1);
    const organizations = [{ organizationId: unit?.addressee.id, role: 'TO', duty: 'ACKNOWLEDGE' }];
    const draft = { seriesId, kind: 'NOTIFICATION', text: TEXT, audience: { organizations } };

    const deputy = await hub.signIn('leader-deputy', DEMO_PASSWORD);
    await lend(office.leader, deputy);
    const paper = await issuedUnder(deputy, await office.check(await office.submit(await office.draft(draft))));
    const lent = await lend(desk.clerk, colleague);
    const acting = new UnitDesk(hub, 1, colleague);
    await acting.acknowledge(paper.id);

    const { document } = await office.clerk.data<{ document: object }>(
      `query ($id: ID!) { document(id: $id) {
         handling { approverName acts { act personName } } receipts { nodes { acknowledgement { name } } } } }`,
      { id: paper.id },
    );
    expect(document).toMatchObject({
      handling: {
        approverName: '演示·副书记（受演示·书记委托）',
        acts: expect.arrayContaining([{ act: 'APPROVE', personName: '演示·副书记（受演示·书记委托）' }]),
      },
      receipts: { nodes: [{ acknowledgement: { name: '演示·负责人001（受演示·经办001委托）' } }] },
    });
    const audits = await hub.database.query(
      `select distinct actor_name from dispatch.audit where action = 'acknowledgeReceipt' and delegation_id = $1`,
      [lent.id],
    );
    expect(audits).toEqual([{ actor_name: '演示·负责人001（受演示·经办001委托）' }]);

    await end(desk.clerk, lent);
    await ended(colleague);
  });
});

async function issuedUnder(leader: HubClient, checked: Paper): Promise<Paper> {
  const input = { documentId: checked.id, expectedVersion: checked.version, opinion: '同意印发' };
  const { approveForIssue } = await leader.data<{ approveForIssue: Paper }>(
    `mutation ($input: ApproveForIssueInput!) { approveForIssue(input: $input) { id version state documentNumber } }`,
    { input },
  );
  const ready = await office.number(await office.recheck(approveForIssue));
  return office.issue(ready, await office.preview(ready));
}

/** Told by a signal: soon, and without the clock. */
async function ended(client: HubClient): Promise<void> {
  for (;;) {
    const { errors } = await client.call('{ me { displayName } }');
    if (errors?.[0]?.extensions.reason === 'SESSION_ENDED') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
