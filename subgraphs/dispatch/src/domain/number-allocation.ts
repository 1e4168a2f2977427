import { type Hand, isSecondPerson, type LocalDate, normalizeText } from '@hub/core';

import { documentError } from './document.errors';
import { MAX_SEQUENCE } from './document-number';

/** A reason stands beside each number it explains. */
const REASON_LIMIT = 500;

/** 预留, 已登记 (taken, not yet sent out), 已发出, 空号. */
export const NUMBER_STATUSES = ['RESERVED', 'ASSIGNED', 'RELEASED', 'VOIDED'] as const;

export type NumberStatus = (typeof NUMBER_STATUSES)[number];

/** One taken number of a series and year. Every number up to the last has one: that is what makes a gap explained. */
export interface NumberEntry {
  readonly sequence: number;
  readonly status: NumberStatus;
  readonly documentId: string | null;
  /** Why it was reserved, voided or used again; null for a number taken in its turn. */
  readonly reason: string | null;
}

/** The locked counter of one series and year. */
export interface NumberCounter {
  readonly lastSequence: number;
  /** 成文日期 of the latest paper numbered; null when the year is empty. */
  readonly latestWrittenOn: LocalDate | null;
}

export type NumberWish =
  /** The next number in its turn. */
  | { readonly kind: 'NEXT' }
  /** A reserved number, or a 空号 that was never released, with the reason for taking it. */
  | { readonly kind: 'HELD'; readonly entry: NumberEntry; readonly reason: string };

export interface Allocation {
  readonly counter: NumberCounter;
  readonly entry: NumberEntry;
}

/** A paper belongs to the year of its 成文日期, also when it is numbered on 1 January for 31 December. */
export function numberingYear(writtenOn: LocalDate): number {
  return Number(writtenOn.slice(0, 4));
}

/** Decides which number a document gets. The counter must be locked by the caller. */
export function allocateNumber(
  counter: NumberCounter,
  wish: NumberWish,
  paper: { readonly documentId: string; readonly writtenOn: LocalDate },
): Allocation {
  const latest = counter.latestWrittenOn;
  const latestWrittenOn = latest !== null && latest > paper.writtenOn ? latest : paper.writtenOn;
  if (wish.kind === 'NEXT') {
    const sequence = following(counter.lastSequence, 1);
    const entry = { sequence, status: 'ASSIGNED', documentId: paper.documentId, reason: null } as const;
    return { counter: { lastSequence: sequence, latestWrittenOn }, entry };
  }
  const entry = takeHeld(wish.entry, wish.reason, paper.documentId);
  return { counter: { lastSequence: counter.lastSequence, latestWrittenOn }, entry };
}

function takeHeld(held: NumberEntry, reason: string, documentId: string): NumberEntry {
  const { sequence, status } = held;
  if (status === 'RELEASED' || status === 'ASSIGNED') throw documentError('NUMBER_TAKEN', { sequence });
  return { sequence, status: 'ASSIGNED', documentId, reason: required(reason) };
}

/** 预留: takes the next numbers out of turn, for papers that are known to come. */
export function reserveNumbers(counter: NumberCounter, count: number, reason: string): readonly NumberEntry[] {
  following(counter.lastSequence, count);
  const explained = { documentId: null, reason: required(reason) };
  return Array.from({ length: count }, (_, index) => ({
    sequence: counter.lastSequence + index + 1,
    status: 'RESERVED',
    ...explained,
  }));
}

/**
 * 沿用: numbers that were issued before the hub took the series over. They stand in the register as released, with the
 * reason and without a paper, so that the first number of the hub leaves no unexplained gap behind it.
 */
export function adoptNumbers(counter: NumberCounter, lastSequence: number, reason: string): readonly NumberEntry[] {
  if (counter.lastSequence > 0) throw documentError('SERIES_ALREADY_USED', { lastSequence: counter.lastSequence });
  following(0, lastSequence);
  const explained = { documentId: null, reason: required(reason) };
  return Array.from({ length: lastSequence }, (_, index) => ({
    sequence: index + 1,
    status: 'RELEASED',
    ...explained,
  }));
}

/** 空号: the paper was given up before it left. A number that was released stays used for good. */
export function voidNumber(entry: NumberEntry, reason: string): NumberEntry {
  if (entry.status === 'RELEASED') throw documentError('NUMBER_TAKEN', { sequence: entry.sequence });
  return { ...entry, status: 'VOIDED', documentId: null, reason: required(reason) };
}

export function releaseNumber(entry: NumberEntry): NumberEntry {
  if (entry.status !== 'ASSIGNED') throw documentError('NUMBER_NOT_AVAILABLE', { sequence: entry.sequence });
  return { ...entry, status: 'RELEASED' };
}

/** 倒签: a paper dated before the latest of its series needs a reason and a second person. */
export function assertBackfill(
  counter: NumberCounter,
  writtenOn: LocalDate,
  confirmation: { readonly reason: string; readonly requestedBy: Hand; readonly confirmedBy: Hand } | null,
): void {
  if (counter.latestWrittenOn === null || writtenOn >= counter.latestWrittenOn) return;
  if (confirmation?.reason.trim() && isSecondPerson(confirmation.requestedBy, confirmation.confirmedBy)) return;
  throw documentError('BACKFILL_NOT_CONFIRMED', { writtenOn, latestWrittenOn: counter.latestWrittenOn });
}

/** 年终关号: numbers without an entry, and reserved ones nobody used. Both must be empty to close the year. */
export function openNumbers(
  lastSequence: number,
  entries: readonly NumberEntry[],
): { readonly missing: readonly number[]; readonly reserved: readonly number[] } {
  const known = new Set(entries.map((entry) => entry.sequence));
  const all = Array.from({ length: lastSequence }, (_, index) => index + 1);
  return {
    missing: all.filter((sequence) => !known.has(sequence)),
    reserved: entries.filter((entry) => entry.status === 'RESERVED').map((entry) => entry.sequence),
  };
}

function following(lastSequence: number, count: number): number {
  if (lastSequence + count > MAX_SEQUENCE) throw documentError('NUMBER_EXHAUSTED', { lastSequence });
  return lastSequence + count;
}

/** Throws NUMBER_REASON_REQUIRED beside what any text may throw. */
function required(reason: string): string {
  const text = normalizeText('理由', reason, REASON_LIMIT).trim();
  if (!text) throw documentError('NUMBER_REASON_REQUIRED');
  return text;
}
