import type { Ladder, LadderContent } from '@hub/contracts';
import { addDays, characterCount, isPlainText, type LocalDate } from '@hub/core';

import { assertLadder } from './assert-ladder';
import { DEFAULT_LADDERS } from './default-ladders';
import { ladderError } from './ladder.errors';

// What a committee rules about its ladders. Each change makes the content as a whole anew, for it is told as a whole.

export type LadderKey = Pick<Ladder, 'obligation' | 'urgency' | 'validFrom'>;
export type Exemption = LadderContent['exemptions'][number];
export type ExemptionKey = Pick<Exemption, 'organizationId' | 'obligation'>;

/** Before a committee changed anything: no ladder of its own, and the hours of the house. */
export const NO_LADDERS: LadderContent = { ladders: [], quietHours: DEFAULT_LADDERS.quietHours, exemptions: [] };

export const MOST_LADDERS = 200;
export const MOST_EXEMPTIONS = 1000;

/** From a day on; one that was to hold from the same day gives way. */
export function withLadder(content: LadderContent, ladder: Ladder, today: LocalDate): LadderContent {
  assertLadder(ladder);
  const first = addDays(today, 1);
  if (ladder.validFrom < first) throw ladderError('LADDER_NOT_AHEAD', { first });
  const others = content.ladders.filter((each) => !isSameLadder(each, ladder));
  if (others.length >= MOST_LADDERS) throw ladderError('LADDERS_TOO_MANY', { most: MOST_LADDERS });
  return { ...content, ladders: [...others, ladder].sort(byDay) };
}

/** Takes back what does not hold yet. What holds is followed by another: running clocks keep the ladder they began with. */
export function withoutLadder(content: LadderContent, key: LadderKey, today: LocalDate): LadderContent {
  const others = content.ladders.filter((each) => !isSameLadder(each, key));
  if (key.validFrom <= today || others.length === content.ladders.length) throw ladderError('LADDER_NOT_FOUND');
  return { ...content, ladders: others };
}

export const findLadder = ({ ladders }: LadderContent, key: LadderKey): Ladder | null =>
  ladders.find((each) => isSameLadder(each, key)) ?? null;

const isSameLadder = (a: LadderKey, b: LadderKey): boolean =>
  a.obligation === b.obligation && a.urgency === b.urgency && a.validFrom === b.validFrom;

const byDay = (a: Ladder, b: Ladder): number => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0);

export function withQuietHours(content: LadderContent, quietHours: LadderContent['quietHours']): LadderContent {
  if (quietHours !== null && !isQuiet(quietHours)) throw ladderError('QUIET_HOURS_INVALID');
  return { ...content, quietHours };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** They may run over midnight, and leave some time of the day. */
function isQuiet({ from, to }: { readonly from: string; readonly to: string }): boolean {
  if (!TIME.test(from) || !(TIME.test(to) || to === '24:00') || from === to) return false;
  return !(from === '00:00' && to === '24:00');
}

/** A body that is not urged beyond the system's own reminders; its exemption of the same kind gives way, those over go. */
export function withExemption(content: LadderContent, exemption: Exemption, today: LocalDate): LadderContent {
  const length = characterCount(exemption.reason.trim());
  if (length < 2 || length > 200 || !isPlainText(exemption.reason))
    throw ladderError('EXEMPTION_REASON', { least: 2, most: 200 });
  if (exemption.until !== null && exemption.until < today) throw ladderError('EXEMPTION_OVER');
  const others = content.exemptions.filter((each) => !isSameExemption(each, exemption) && isRunning(each, today));
  if (others.length >= MOST_EXEMPTIONS) throw ladderError('EXEMPTIONS_TOO_MANY', { most: MOST_EXEMPTIONS });
  return { ...content, exemptions: [...others, exemption] };
}

export function withoutExemption(content: LadderContent, key: ExemptionKey, today: LocalDate): LadderContent {
  if (findExemption(content, key, today) === null) throw ladderError('EXEMPTION_NOT_FOUND');
  const others = content.exemptions.filter((each) => !isSameExemption(each, key) && isRunning(each, today));
  return { ...content, exemptions: others };
}

export const findExemption = ({ exemptions }: LadderContent, key: ExemptionKey, today: LocalDate): Exemption | null =>
  exemptions.find((each) => isSameExemption(each, key) && isRunning(each, today)) ?? null;

export const isRunning = ({ until }: Exemption, today: LocalDate): boolean => until === null || today <= until;

const isSameExemption = (a: ExemptionKey, b: ExemptionKey): boolean =>
  a.organizationId === b.organizationId && a.obligation === b.obligation;
