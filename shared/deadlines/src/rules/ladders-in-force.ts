import type { Ladder, LadderContent } from '@hub/contracts';
import type { LocalDate } from '@hub/core';

import { type DeadlineUrgency, URGENCY_NAMES } from '../book';
import { DEFAULT_LADDERS } from './default-ladders';
import { ladderOnDay } from './ladder-of';
import { OBLIGATION_NAMES, type ObligationName } from './obligations';

const URGENCIES = Object.keys(URGENCY_NAMES) as DeadlineUrgency[];

/** A ladder with the urgencies it holds for, when a clock begins on a day. */
export interface LadderInForce {
  readonly ladder: Ladder;
  readonly urgencies: readonly DeadlineUrgency[];
  /** 内置: the house's, since the committee keeps none of its own for it. */
  readonly ofHouse: boolean;
}

/** What holds for clocks that begin on a day, and what holds from a later day on. */
export function laddersInForce(content: LadderContent, day: LocalDate): LadderInForce[] {
  return (Object.keys(OBLIGATION_NAMES) as ObligationName[]).flatMap((obligation) => {
    const found = URGENCIES.map((urgency) => ladderOnDay(content, obligation, day, urgency));
    return [...new Set(found)].flatMap((ladder) =>
      ladder === null
        ? []
        : [
            {
              ladder,
              urgencies: URGENCIES.filter((_, index) => found[index] === ladder),
              ofHouse: DEFAULT_LADDERS.ladders.includes(ladder),
            },
          ],
    );
  });
}

export function laddersAhead({ ladders }: LadderContent, day: LocalDate): LadderInForce[] {
  return ladders
    .filter(({ validFrom }) => validFrom > day)
    .map((ladder) => ({
      ladder,
      urgencies: ladder.urgency === null ? URGENCIES : [ladder.urgency],
      ofHouse: false,
    }));
}
