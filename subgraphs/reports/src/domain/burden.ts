import type { TemplateField } from './template-field';
import { isAsked } from './template-field';

/** 填报负担 of one report, as the template has it. */
export interface Ask {
  /** Fields that the unit fills in. */
  readonly askedFields: number;
  /** Fields that the hub fills in for it. */
  readonly knownFields: number;
  /** 预计用时. */
  readonly minutes: number;
}

export function askOf(fields: readonly TemplateField[], minutes: number): Ask {
  return {
    askedFields: fields.filter(isAsked).length,
    knownFields: fields.filter(({ origin }) => origin.by === 'PREFILLED').length,
    minutes,
  };
}

/** What one handing in adds to the burden of its unit in that month. */
export interface HandedIn {
  readonly reports: number;
  readonly minutesSpent: number;
  /** Reports for which the unit said how long it took: an average is taken over these. */
  readonly minutesSaid: number;
}

/**
 * A report counts at its first handing in. The time is said for the report as a whole and anew each time, so that a later
 * one adds the difference; null: nothing was said.
 */
export function handedIn(
  before: { readonly first: boolean; readonly minutes: number | null },
  minutes: number | null,
): HandedIn {
  const said = minutes ?? before.minutes;
  return {
    reports: Number(before.first),
    minutesSpent: (said ?? 0) - (before.minutes ?? 0),
    minutesSaid: Number(said !== null) - Number(before.minutes !== null),
  };
}
