import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { createTestWorld, personActor, someId, type TestWorld } from '../../support';

let world: TestWorld;
let committeeId: Id;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(() => {
  committeeId = someId();
});

afterAll(() => world.close());

const clerk = () => personActor('OFFICE_CLERK', { committeeId });
const audited = async (): Promise<number> => {
  const rows = await world.database.query('select from reports.audit where committee_id = $1', [committeeId]);
  return rows.length;
};

/** An act whose effect can be counted. */
const record = async (tx: Transaction): Promise<{ id: Id }> => {
  const id = someId();
  tx.audit({ action: 'record', objectType: 'thing', objectId: id });
  return { id };
};

test('the same key and input repeat the first answer and do nothing again', async () => {
  const ctx = world.context('reports', clerk(), { idempotencyKey: 'k1' });
  const first = await ctx.command('record', { a: 1, b: [2] }, record);
  const second = await ctx.command('record', { b: [2], a: 1 }, record);
  expect(second).toEqual(first);
  expect(await audited()).toBe(1);
});

test('the same key with another input is refused, and changes nothing', async () => {
  const ctx = world.context('reports', clerk(), { idempotencyKey: 'k1' });
  await ctx.command('record', { a: 1 }, record);
  await expect(ctx.command('record', { a: 2 }, record)).rejects.toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
  await expect(ctx.command('erase', { a: 1 }, record)).rejects.toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await audited()).toBe(1);
});

test('twenty requests with one key at once are one act with one answer', async () => {
  const actor = clerk();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      world.context('reports', actor, { idempotencyKey: 'k1' }).command('record', {}, record),
    ),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await audited()).toBe(1);
});

test('a key belongs to the account that used it', async () => {
  const one = await world.context('reports', clerk(), { idempotencyKey: 'k1' }).command('record', {}, record);
  const other = await world.context('reports', clerk(), { idempotencyKey: 'k1' }).command('record', {}, record);
  expect(other).not.toEqual(one);
});

test('a refused act frees its key: the person may mend the input and try again', async () => {
  const ctx = world.context('reports', clerk(), { idempotencyKey: 'k1' });
  const refusing = ctx.command('record', {}, async () => {
    throw new Error('refused');
  });
  await expect(refusing).rejects.toThrow('refused');
  await expect(ctx.command('record', { mended: true }, record)).resolves.toHaveProperty('id');
});
