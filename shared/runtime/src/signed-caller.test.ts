import { randomBytes } from 'node:crypto';

import { ManualClock } from '@hub/core';

import { signCaller, verifyCaller } from './signed-caller';

const key = randomBytes(32);
const caller = { actor: null, requestId: 'r-1', idempotencyKey: 'k' };

let clock: ManualClock;

beforeEach(() => {
  clock = new ManualClock('2020-10-15T01:00:00Z');
});

const refusal = { kind: 'UNAUTHENTICATED', reason: 'CALLER_REFUSED' };

test('what the gateway signed for a subgraph is believed by it', async () => {
  const token = signCaller(caller, 'dispatch', key, clock);
  await expect(verifyCaller(token, 'dispatch', key, clock)).resolves.toEqual(caller);
});

test('a call that nobody signed is refused', async () => {
  await expect(verifyCaller(undefined, 'dispatch', key, clock)).rejects.toMatchObject(refusal);
});

test('a call for another subgraph is refused', async () => {
  const token = signCaller(caller, 'dues', key, clock);
  await expect(verifyCaller(token, 'dispatch', key, clock)).rejects.toMatchObject(refusal);
});

test('a call signed with another key is refused', async () => {
  const token = signCaller(caller, 'dispatch', randomBytes(32), clock);
  await expect(verifyCaller(token, 'dispatch', key, clock)).rejects.toMatchObject(refusal);
});

test('a call is refused after 30 seconds', async () => {
  const token = signCaller(caller, 'dispatch', key, clock);
  clock.advance(29_000);
  await expect(verifyCaller(token, 'dispatch', key, clock)).resolves.toEqual(caller);
  clock.advance(1_000);
  await expect(verifyCaller(token, 'dispatch', key, clock)).rejects.toMatchObject(refusal);
});

test('an unsigned token is refused', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'none' })}.${part({ caller, aud: 'dispatch', iss: 'party-work-hub-gateway' })}.`;
  await expect(verifyCaller(token, 'dispatch', key, clock)).rejects.toMatchObject(refusal);
});
