import { isDeepStrictEqual } from 'node:util';

import {
  createTestHub,
  type HubClient,
  type LiveAnswers,
  shapesOfRun,
  someId,
  type TestHub,
  TRANSPORTS,
} from '../support';
import { type Unit, unitsOf } from './desks/committee';
import { Office, type Paper } from './desks/office';
import { UnitDesk } from './desks/unit';

// What people see without asking again. The session cache lives by the clock of the test, which stands still: an end of
// a session that acts here was told.

const INBOX = `subscription {
  inboxChanged { documentId receipts { id state unit { name protocolOrder } } }
}`;
const PROGRESS = `subscription ($id: ID!) {
  documentProgressChanged(documentId: $id) { document { state } progress { live acknowledged } }
}`;
const TEXT = '关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。';

let hub: TestHub;
let office: Office;
let units: readonly Unit[];
let seriesId: string;
const open: LiveAnswers[] = [];

const unitAt = (order: number): Unit => {
  const found = units.find(({ protocolOrder }) => protocolOrder === order);
  if (!found) throw new Error(`no unit ${order}`);
  return found;
};

type Answer = Awaited<ReturnType<LiveAnswers['next']>>;

/** The answers up to the one that is waited for: a stream is also told, late, of what was done before it was opened. */
async function until(live: LiveAnswers, isIt: (answer: Answer) => boolean): Promise<Answer[]> {
  const answer = await live.next();
  return answer === 'END' || isIt(answer) ? [answer] : [answer, ...(await until(live, isIt))];
}

const paperOf = (answer: Answer): string | undefined =>
  answer === 'END' ? undefined : answer.data?.inboxChanged?.documentId;
const about =
  ({ id }: Paper) =>
  (answer: Answer) =>
    paperOf(answer) === id;
const hasRefusal = (answer: Answer) => answer !== 'END' && answer.errors !== undefined;

async function issueTo(...orders: readonly number[]): Promise<Paper> {
  const organizations = orders.map((order) => ({
    organizationId: unitAt(order).addressee.id,
    role: 'TO',
    duty: 'ACKNOWLEDGE',
  }));
  return office.issued(await office.draft({ seriesId, kind: 'NOTIFICATION', text: TEXT, audience: { organizations } }));
}

jest.setTimeout(180_000);

describe.each(shapesOfRun())('in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true });
    office = await Office.open(hub);
    units = await unitsOf(office.admin);
    seriesId = await office.createSeries('焦直文', ['NOTIFICATION']);
  });
  afterEach(() => Promise.all(open.splice(0).map((each) => each.leave())));
  afterAll(() => hub.close());

  describe.each(TRANSPORTS)('over %s', (transport) => {
    function watch(client: HubClient, query: string, variables: Record<string, unknown> = {}): LiveAnswers {
      const live = client.watch(transport, query, variables);
      open.push(live);
      return live;
    }

    test('a clerk is told of a paper for his unit, with what another subgraph knows of it', async () => {
      const { clerk } = await UnitDesk.open(hub, 1);
      const live = watch(clerk, INBOX);
      const first = await live.next();
      expect(first).toEqual({ data: { inboxChanged: { documentId: null, receipts: [] } } });
      const others = await issueTo(2);
      const own = await issueTo(1, 2);
      const told = await until(live, about(own));
      expect(told.map(paperOf)).not.toContain(others.id);
      expect(told.at(-1)).toMatchObject({
        data: {
          inboxChanged: {
            documentId: own.id,
            receipts: [{ state: 'DELIVERED', unit: { name: unitAt(1).name, protocolOrder: 1 } }],
          },
        },
      });
    });

    test('the logout of a session ends its streams at once, and no other’s', async () => {
      const [leaving, staying] = [await UnitDesk.open(hub, 3), await UnitDesk.open(hub, 3)];
      const ended = watch(leaving.clerk, INBOX);
      const going = watch(staying.clerk, INBOX);
      await Promise.all([ended.next(), going.next()]);
      await leaving.clerk.data('mutation { logout }');
      expect((await until(ended, hasRefusal)).at(-1)).toMatchObject({
        errors: [{ extensions: { reason: 'SESSION_ENDED' } }],
      });
      const paper = await issueTo(3);
      expect((await until(going, about(paper))).at(-1)).toMatchObject({
        data: { inboxChanged: { documentId: paper.id } },
      });
    });

    test('the office follows the progress of its paper', async () => {
      const { id } = await issueTo(4, 5);
      const live = watch(office.registrar, PROGRESS, { id });
      const progress = (acknowledged: number) => ({
        data: { documentProgressChanged: { document: { state: 'ISSUED' }, progress: { live: 2, acknowledged } } },
      });
      expect(await live.next()).toEqual(progress(0));
      await (await UnitDesk.open(hub, 5)).acknowledge(id);
      // Whoever was without signals for a moment is told to read again.
      const changed = await until(live, (answer) => !isDeepStrictEqual(answer, progress(0)));
      expect(changed.at(-1)).toEqual(progress(1));
    });

    test.each([
      [
        'a unit',
        async () => (await UnitDesk.open(hub, 1)).clerk,
        async () => (await issueTo(1)).id,
        'ROLE_NOT_ALLOWED',
      ],
      ['anybody, of a paper that is not', async () => office.registrar, async () => someId(), 'DOCUMENT_NOT_FOUND'],
      ['whoever has not signed in', async () => hub.visitor, async () => someId(), 'SIGN_IN_REQUIRED'],
    ])('progress is not shown to %s', async (_, who, which, reason) => {
      const live = watch(await who(), PROGRESS, { id: await which() });
      expect(await live.next()).toMatchObject({ errors: [{ extensions: { reason } }] });
      expect(await live.next()).toBe('END');
    });
  });
});
