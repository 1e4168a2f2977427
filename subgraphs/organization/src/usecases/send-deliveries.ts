import type { OutsideChannelName } from '@hub/core';
import { FAILURES, OutsideMessage, type Recipient, type SendFailure, type SendResult } from '@hub/notify';
import type { Transaction } from '@hub/persistence';

import { type DeliveryKey, type DueDelivery, OutsideDeliveryRepository } from '../data/outside-delivery.repository';
import { OutsideLaneRepository } from '../data/outside-lane.repository';
import { sealedPart } from '../data/sealed-address';
import { dropReason, laneClosedUntil, laneWidth, nextAttempt } from '../domain/outside-delivery';
import type { OrganizationContext } from './context';

/** Longer than any attempt takes, its marks included: see the deadline of an attempt in the settings. */
const LEASE_MS = 60_000;

export interface SentDeliveries {
  sent: number;
  failed: number;
  dropped: number;
}

/**
 * Sends what is due outside, lane by lane, until nothing is left that may go now. A message is leased, sent outside any
 * transaction, and marked: a crash in between leaves the lease in the row, and the message goes again under its id.
 * A lane that hangs holds up itself: whenever anything is done, all the other lanes are asked again.
 */
export async function sendDeliveries(ctx: OrganizationContext, signal: AbortSignal): Promise<SentDeliveries> {
  const counts: SentDeliveries = { sent: 0, failed: 0, dropped: 0 };
  const faults: unknown[] = [];
  const underWay = new Set<Promise<void>>();
  let ended = 0;
  const start = (due: DueDelivery): void => {
    const task = deliver(ctx, due)
      .then((isSent) => {
        counts[isSent ? 'sent' : 'failed'] += 1;
      })
      .catch((error: unknown) => void faults.push(error))
      .finally(() => {
        ended += 1;
        underWay.delete(task);
      });
    underWay.add(task);
  };
  for (;;) {
    const endedBefore = ended;
    const { due, dropped } = faults.length > 0 || signal.aborted ? NOTHING : await claim(ctx);
    counts.dropped += dropped;
    due.forEach(start);
    if (underWay.size > 0) await Promise.race(underWay);
    // What ended while lanes were asked has made room that they could not know of.
    else if (dropped === 0 && ended === endedBefore) break;
  }
  // What could not be marked keeps its lease, and is sent again when that has run out.
  if (faults.length > 0) throw faults[0];
  return counts;
}

interface Claim {
  readonly due: readonly DueDelivery[];
  readonly dropped: number;
}

const NOTHING: Claim = { due: [], dropped: 0 };

/** Takes what may go now; what nobody needs or wants any more is dropped on the way. */
async function claim(ctx: OrganizationContext): Promise<Claim> {
  const channels = [...ctx.deps.outside.keys()];
  return ctx.transaction(async (tx) => {
    const lanes = await new OutsideLaneRepository(tx).takeOpen();
    const deliveries = new OutsideDeliveryRepository(tx);
    const rooms = lanes.map(({ lane, failures }) => ({ lane, width: laneWidth(failures) }));
    const found = (await deliveries.lockDue(rooms, channels)).map((row) => ({
      row,
      reason: dropReason({ channelOn: row.address !== null, doneBy: row.doneBy }),
    }));
    const due = found.flatMap(({ row, reason }) => (reason === null ? [row] : []));
    const drop = found.flatMap(({ row, reason }) => (reason === null ? [] : [{ ...keyOf(row), reason }]));
    await deliveries.lease(due.map(keyOf), new Date(tx.now.getTime() + LEASE_MS));
    await deliveries.drop(drop);
    return { due, dropped: drop.length };
  });
}

/** One attempt and its mark; answers whether it got out. */
async function deliver(ctx: OrganizationContext, due: DueDelivery): Promise<boolean> {
  const failure = await attempt(ctx, due);
  await ctx.transaction((tx) => (failure === null ? markSent(tx, due) : markFailed(tx, due, failure)));
  return failure === null;
}

async function attempt(ctx: OrganizationContext, due: DueDelivery): Promise<SendResult> {
  const channel = ctx.deps.outside.get(due.channel);
  if (!channel) throw new Error(`claimed for a channel that is off: ${due.channel}`);
  const recipient = recipientOf(ctx, due);
  if (recipient === null) return { code: 'ADDRESS_UNREADABLE', detail: '' };
  return channel.send(OutsideMessage.compose(due, recipient), ctx.clock.now());
}

/** Null when the address does not open: written under a key that this process was not given. */
function recipientOf({ deps, actor }: OrganizationContext, due: DueDelivery): Recipient | null {
  const { preferenceId, address, secret } = due;
  if (preferenceId === null || address === null || actor === null) throw new Error('claimed without an address');
  const key = { committeeId: actor.committeeId, preferenceId };
  try {
    return {
      address: sealedPart.open(deps.fieldCipher, 'address', key, address),
      secret: secret && sealedPart.open(deps.fieldCipher, 'secret', key, secret),
    };
  } catch {
    return null;
  }
}

async function markSent(tx: Transaction, due: DueDelivery): Promise<void> {
  await new OutsideDeliveryRepository(tx).markSent(keyOf(due));
  await new OutsideLaneRepository(tx).absolve(due.lane);
}

async function markFailed(tx: Transaction, due: DueDelivery, { code, detail, retryAfterMs }: SendFailure) {
  const { retry, lane } = FAILURES[code];
  const attempts = due.attempts + 1;
  const error = detail === '' ? code : `${code}: ${detail}`;
  const retryAt = nextAttempt({ ...due, attempts, canRetry: retry, retryAfterMs }, tx.now);
  await new OutsideDeliveryRepository(tx).markFailed(keyOf(due), attempts, { error, retryAt });
  if (!lane) return;
  const lanes = new OutsideLaneRepository(tx);
  const failures = (await lanes.failuresOf(due.lane)) + 1;
  await lanes.blame(due.lane, failures, laneClosedUntil(failures, retryAfterMs, tx.now), error);
}

const keyOf = ({ noticeId, accountId, channel }: DeliveryKey & { channel: OutsideChannelName }): DeliveryKey => ({
  noticeId,
  accountId,
  channel,
});
