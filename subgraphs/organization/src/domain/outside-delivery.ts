import { afterQuietHours, type QuietHours } from '@hub/core';

/** How a delivery ends without having been sent, beside failing: nobody needs it any more, or wants it. */
export const DROP_REASONS = ['SETTLED', 'DONE', 'CHANNEL_OFF'] as const;

export type DropReason = (typeof DROP_REASONS)[number];

export interface Wanted {
  /** The person has the channel on, with an address. */
  readonly channelOn: boolean;
  readonly doneBy: 'PERSON' | 'SETTLED' | null;
}

/** Why a message that is due is not sent; null when it is. */
export function dropReason({ channelOn, doneBy }: Wanted): DropReason | null {
  if (doneBy !== null) return doneBy === 'SETTLED' ? 'SETTLED' : 'DONE';
  return channelOn ? null : 'CHANNEL_OFF';
}

/** With growing pauses between them these go on for about a day: a mail server that is down over night loses nothing. */
export const MOST_ATTEMPTS = 14;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 4 * 3600_000;

/** When its reader may be disturbed by a message. */
export interface Reachable {
  readonly quiet: QuietHours | null;
  readonly urgent: boolean;
}

/** The first moment from `at` on at which a message may go out: after its reader's quiet hours, unless it is urgent. */
export const mayGoAt = (at: Date, { quiet, urgent }: Reachable): Date => (urgent ? at : afterQuietHours(at, quiet));

export interface FailedAttempt extends Reachable {
  /** This one included. */
  readonly attempts: number;
  readonly canRetry: boolean;
  /** The other side asked for so much patience. */
  readonly retryAfterMs: number | undefined;
}

/** When to try again; null when that is over. */
export function nextAttempt(failed: FailedAttempt, now: Date): Date | null {
  const { attempts, canRetry, retryAfterMs = 0 } = failed;
  if (!canRetry || attempts >= MOST_ATTEMPTS) return null;
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return mayGoAt(new Date(now.getTime() + Math.max(pauseMs, retryAfterMs)), failed);
}

/** Failures older than this are of the past: they are neither shown nor, unless they are named, sent again. */
const FAILURES_KEPT_MS = 14 * 24 * 3600_000;

export const failuresSince = (now: Date): Date => new Date(now.getTime() - FAILURES_KEPT_MS);

/** So many messages of one lane are under way at once, whoever sends them. */
const LANE_WIDTH = 4;
/** So many faults in a row close a lane. */
const LANE_PATIENCE = 3;
const FIRST_CLOSURE_MS = 30_000;
const LONGEST_CLOSURE_MS = 10 * 60_000;

/** How many may be under way in a lane that has failed so often: one tries, where all would fail. */
export const laneWidth = (failures: number): number => (failures < LANE_PATIENCE ? LANE_WIDTH : 1);

/** Until when nothing is sent through a lane after its latest fault; null while it has patience left. */
export function laneClosedUntil(failures: number, retryAfterMs: number | undefined, now: Date): Date | null {
  if (failures < LANE_PATIENCE && retryAfterMs === undefined) return null;
  const closureMs = Math.min(FIRST_CLOSURE_MS * 2 ** Math.max(0, failures - LANE_PATIENCE), LONGEST_CLOSURE_MS);
  return new Date(now.getTime() + Math.max(closureMs, retryAfterMs ?? 0));
}
