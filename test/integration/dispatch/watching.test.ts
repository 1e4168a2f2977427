import type { Actor } from '@hub/core';
import { createTestWorld, personActor, someId, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;
const ended: AbortController[] = [];

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 4);
});
beforeEach(async () => {
  paper = await issuePaper(world, desk);
});
afterEach(() => {
  for (const each of ended.splice(0)) each.abort();
  expect(world.faults).toEqual([]);
});
afterAll(() => world.close());

const INBOX = 'subscription { inboxChanged { documentId receipts { id state unitName } } }';
const PROGRESS = `subscription ($id: ID!) {
  documentProgressChanged(documentId: $id) { document { state } progress { live acknowledged unopened } }
}`;

/** What a person watches, one answer after the other. */
function watch(actor: Actor | null, query: string, variables: Record<string, unknown> = {}) {
  const leaving = new AbortController();
  ended.push(leaving);
  const caller = { actor, requestId: someId(), idempotencyKey: null };
  const answers = world.subgraph('dispatch').subscribe({ query, variables }, caller, leaving.signal);
  return {
    // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
    next: async (): Promise<any> => {
      const { value, done } = await answers.next();
      return done ? 'END' : value;
    },
    leave: () => leaving.abort(),
  };
}

const READ_AGAIN = { data: { inboxChanged: { documentId: null, receipts: [] } } };

test('a unit is told to read its inbox at first, and then which of its receipts came or changed', async () => {
  const inbox = watch(paper.clerk(0), INBOX);
  expect(await inbox.next()).toEqual(READ_AGAIN);
  const another = await issuePaper(world, desk);
  expect(await inbox.next()).toMatchObject({
    data: {
      inboxChanged: { documentId: another.documentId, receipts: [{ id: another.receiptId(0), state: 'DELIVERED' }] },
    },
  });
  await another.act(another.clerk(0), 'acknowledgeReceipt', 0);
  expect(await inbox.next()).toMatchObject({ data: { inboxChanged: { receipts: [{ state: 'ACKNOWLEDGED' }] } } });
});

test('a unit is told nothing of what others do', async () => {
  const inbox = watch(paper.clerk(0), INBOX);
  await inbox.next();
  await paper.act(paper.clerk(1), 'acknowledgeReceipt', 1);
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const { receipts } = (await inbox.next()).data.inboxChanged;
  expect(receipts).toEqual([expect.objectContaining({ id: paper.receiptId(0) })]);
});

test('a receipt that was taken back is not shown: the unit is told to read again', async () => {
  const inbox = watch(paper.clerk(2), INBOX);
  await inbox.next();
  const [row] = await world.database.query<{ organization_id: string }>(
    'select organization_id from dispatch.receipt where document_id = $1 and unit_id = $2',
    [paper.documentId, paper.clerk(2).unitId],
  );
  const { data } = await world.graphql(
    'dispatch',
    desk.as('OFFICE_REGISTRAR').actor,
    `mutation ($input: TakeBackInput!) { recallDocument(input: $input) { id } }`,
    { input: { documentId: paper.documentId, organizationIds: [row?.organization_id], reason: '错发' } },
  );
  expect(data).toBeTruthy();
  expect(await inbox.next()).toEqual(READ_AGAIN);
});

test('a slow reader is told once of what changed often', async () => {
  const inbox = watch(paper.clerk(0), INBOX);
  await inbox.next();
  await world.graphql('dispatch', paper.clerk(0), 'mutation ($id: ID!) { openReceipt(receiptId: $id) { id } }', {
    id: paper.receiptId(0),
  });
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const other = await issuePaper(world, desk);
  expect((await inbox.next()).data.inboxChanged).toMatchObject({ receipts: [{ state: 'ACKNOWLEDGED' }] });
  expect((await inbox.next()).data.inboxChanged).toMatchObject({ documentId: other.documentId });
});

test('the office watches the progress of a document, beginning with what it is', async () => {
  const progress = watch(desk.as('OFFICE_CHECKER').actor, PROGRESS, { id: paper.documentId });
  expect((await progress.next()).data.documentProgressChanged).toEqual({
    document: { state: 'ISSUED' },
    progress: { live: 4, acknowledged: 0, unopened: 4 },
  });
  await issuePaper(world, desk);
  await paper.act(paper.clerk(3), 'acknowledgeReceipt', 3);
  expect((await progress.next()).data.documentProgressChanged.progress).toMatchObject({ acknowledged: 1 });
});

test('nobody watches what is not for him', async () => {
  const refusals = [
    watch(paper.clerk(0), PROGRESS, { id: paper.documentId }),
    watch(desk.as('OFFICE_CHECKER').actor, PROGRESS, { id: someId() }),
    watch(personActor('OFFICE_CHECKER', { committeeId: someId() }), PROGRESS, { id: paper.documentId }),
    watch(null, INBOX),
  ];
  const reasons = [];
  for (const refused of refusals) {
    const { errors } = await refused.next();
    reasons.push(errors[0].extensions.reason);
    expect(await refused.next()).toBe('END');
  }
  expect(reasons).toEqual(['ROLE_NOT_ALLOWED', 'DOCUMENT_NOT_FOUND', 'DOCUMENT_NOT_FOUND', 'SIGN_IN_REQUIRED']);
});

test('a stream ends when its reader leaves, also while nothing happens', async () => {
  const inbox = watch(paper.clerk(0), INBOX);
  await inbox.next();
  const next = inbox.next();
  inbox.leave();
  expect(await next).toBe('END');
});
