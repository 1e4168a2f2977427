import type { Id } from '@hub/core';

import { askedOf, awaitedOf, type Tally, tallies } from './tally';

export interface Place {
  readonly zoneId: Id | null;
  readonly nature: string;
}

export interface TalliedPlace extends Place {
  readonly tally: Tally;
}

/** Reports that are awaited, of those whose end is on the other side of now than that of their task. */
export interface AwaitedPlace extends Place {
  readonly count: number;
}

export interface ProgressCount extends Tally {
  /** 应报 */
  readonly asked: number;
  /** 尚未报, in time or not. */
  readonly awaited: number;
  /** 按期 */
  readonly onTime: number;
  /** 漏报: the end has passed. */
  readonly missing: number;
}

export interface ProgressGroup extends ProgressCount {
  readonly key: string | null;
}

export interface TaskProgress {
  readonly total: ProgressCount;
  readonly zones: readonly ProgressGroup[];
  readonly natures: readonly ProgressGroup[];
}

/**
 * `exceptions` are few: before the end of the task whoever had to be earlier and is missing, afterwards whoever was granted
 * time that still runs. So missing is told without counting all that is awaited.
 */
export function taskProgress(
  places: readonly TalliedPlace[],
  exceptions: readonly AwaitedPlace[],
  isPast: boolean,
): TaskProgress {
  const countOf = (isIn: (place: Place) => boolean): ProgressCount => {
    const tally = tallies.sum(places.filter(isIn).map((place) => place.tally));
    const excepted = exceptions.filter(isIn).reduce((sum, { count }) => sum + count, 0);
    const awaited = awaitedOf(tally);
    return {
      ...tally,
      asked: askedOf(tally),
      awaited,
      onTime: tally.handedIn - tally.late,
      missing: isPast ? awaited - excepted : excepted,
    };
  };
  const groupsBy = (keyOf: (place: Place) => string | null): ProgressGroup[] =>
    [...new Set(places.map(keyOf))].map((key) => ({ key, ...countOf((place) => keyOf(place) === key) }));
  return {
    total: countOf(() => true),
    zones: groupsBy(({ zoneId }) => zoneId),
    natures: groupsBy(({ nature }) => nature),
  };
}
