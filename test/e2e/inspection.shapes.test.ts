import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { createTestHub, type HubClient, shapesOfRun, type TestHub, TRANSPORTS, trustedText } from '../support';
import { openInspection } from './desks/inspection';

// 巡察, through every door of the gateway: what was asked stands in the trail, whichever way it came.

let hub: TestHub;
let inspector: HubClient;
let inspectionId: string;

jest.setTimeout(180_000);

interface Acts {
  readonly nodes: readonly { readonly action: string; readonly changes: readonly object[] }[];
}

interface Trail {
  readonly auditTrail: { readonly organizationActs: Acts; readonly dispatchActs: Acts };
}

const trail = async (): Promise<string[]> => {
  const acts = await Promise.all(
    ['organization', 'dispatch'].map((schema) =>
      hub.database.query<{ field: string }>(
        `select jsonb_array_elements_text(after->'fields') as field from ${schema}.audit
         where object_id = $1 and action = 'inspect'`,
        [inspectionId],
      ),
    ),
  );
  return acts.flat().map(({ field }) => field);
};

/** How often the field was asked for while that happened. */
async function asked(field: string, act: () => Promise<unknown>): Promise<number> {
  const count = async () => (await trail()).filter((each) => each === field).length;
  const before = await count();
  await act();
  return (await count()) - before;
}

describe.each(shapesOfRun())('in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true });
    ({ inspectionId, inspector } = await openInspection(hub));
  });

  afterAll(() => hub.close());

  test('a query', async () => {
    expect(await asked('documents', () => inspector.data('{ documents { totalCount } }'))).toBe(1);
  });

  test('an export, each page of it', async () => {
    const fetched = async () => expect((await inspector.fetchPath('/exports/UnitRows')).status).toBe(200);
    expect(await asked('unitRows', fetched)).toBe(1);
  });

  test.each(TRANSPORTS)('a subscription over %s', async (transport) => {
    const watch = async () => {
      const live = inspector.watch(transport, 'subscription { inboxChanged { documentId } }');
      // Of the committee there is no inbox: the refusal is an answer too, and it was asked.
      await live.next();
      await live.leave();
    };
    expect(await asked('inboxChanged', watch)).toBeGreaterThanOrEqual(1);
  });

  test('a mutation, which is refused', async () => {
    const input = { documentId: inspectionId, expectedVersion: 1, notClassifiedPledge: true };
    const mutation = 'mutation ($input: SubmitDocumentInput!) { submitDocument(input: $input) { id } }';
    const refused = async () => expect(await inspector.refusal(mutation, { input })).toBe('ROLE_NOT_ALLOWED');
    expect(await asked('submitDocument', refused)).toBe(1);
  });

  test('a file, both ways', async () => {
    const bytes = Buffer.from('关于测试工作的说明');
    const upload = async () => {
      const answer = await inspector.upload(inspectionId, 'dispatch.attachment', '说明.txt', bytes, 'text/plain');
      expect(answer.ok).toBe(false);
    };
    expect(await asked('recordAttachment', upload)).toBe(1);
    const download = async () => expect((await inspector.fetchPath('/files/some-token')).ok).toBe(false);
    expect(await asked('authorizeDownload', download)).toBe(1);
  });

  test.each(['security', 'auditor'])('the %s reads what was asked in each subgraph, unmasked', async (watcher) => {
    await inspector.data('query Look { me { displayName } documents { totalCount } }');
    const { auditTrail } = await (await hub.signIn(watcher, DEMO_PASSWORD)).data<Trail>(trustedText('ReadAuditTrail'), {
      of: inspectionId,
      first: 1000,
    });
    const looked = ({ nodes }: Acts) => nodes.filter(({ action }) => action === 'inspect').at(-1)?.changes;
    expect(looked(auditTrail.organizationActs)).toContainEqual({ field: 'fields', before: null, after: '["me"]' });
    expect(looked(auditTrail.dispatchActs)).toEqual(
      expect.arrayContaining([
        { field: 'fields', before: null, after: '["documents"]' },
        { field: 'inspector', before: null, after: '演示·巡察' },
      ]),
    );
    expect(JSON.stringify(auditTrail)).not.toContain('"***"');
  });
});
