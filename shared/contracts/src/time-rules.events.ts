import { OUTSIDE_CHANNELS } from '@hub/core';
import { z } from 'zod';

import { defineEvent } from './define-event';

const localDate = z.iso.date();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const calendarContent = z.object({
  /** Beside the official tables that the hub carries: what an administrator loaded. */
  years: z.array(
    z.object({
      year: z.int(),
      source: z.string(),
      /** 暂定: expected, not announced. */
      provisional: z.boolean(),
      holidays: z.array(
        z.object({ name: z.string(), off: z.tuple([localDate, localDate]), makeUp: z.array(localDate) }),
      ),
    }),
  ),
  overrides: z.array(z.object({ date: localDate, workday: z.boolean(), note: z.string() })),
  officeHours: z.array(z.object({ from: timeOfDay, to: timeOfDay })).min(1),
  /** 值班: when somebody answers outside office hours. */
  dutyPeriods: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })),
});

export type CalendarContent = z.infer<typeof calendarContent>;

/** 工作日历 of a committee as a whole. */
export const calendarChanged = defineEvent(
  'organization.calendar-changed',
  1,
  z.object({ committeeId: z.uuid(), revision: z.int(), content: calendarContent }),
);

/** When a step of a ladder comes. */
const stepTime = z.discriminatedUnion('by', [
  /** A share of the time between the start of the clock and its end: 0.5 is half of it, 1 its end. */
  z.object({ by: z.literal('SHARE'), share: z.number().gt(0).max(1) }),
  /** So long after the end, by the clock of the matter: for 特急, of which a workday would be the whole time. */
  z.object({ by: z.literal('HOURS_AFTER'), hours: z.number().positive() }),
  z.object({ by: z.literal('WORKDAYS_AFTER'), workdays: z.int().min(1) }),
  z.object({ by: z.literal('MONTHS_BEFORE'), months: z.int().min(1) }),
  z.object({ by: z.literal('DAY_OF_MONTH'), day: z.int().min(1).max(28) }),
]);

export const ladderStep = z.object({
  /** Names the step within its ladder for good: `HALF`, `END`, `L1`. */
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,30}$/),
  /** 0: the system sends it. 1 to 4: the system proposes it and a person releases it. */
  level: z.int().min(0).max(4),
  time: stepTime,
  /** Once it came, it comes again after so many days for as long as the thing is owed. */
  repeatDays: z.int().min(1).optional(),
  addressees: z.array(z.enum(['UNIT_DESK', 'UNIT_LEADER', 'ZONE_LEADER', 'OFFICE', 'DEPUTY_SECRETARY', 'SECRETARY'])),
  /** Which of a person's outside channels it goes through; left out: all that he switched on, empty: none. */
  channels: z.array(z.enum(OUTSIDE_CHANNELS)).optional(),
  /** 书面督办: released with a document number. */
  inWriting: z.boolean().optional(),
});

/** 催办梯度 of one obligation, from a day on. */
export const ladder = z.object({
  obligation: z.string(),
  /** For matters of this urgency alone; null for those that have no ladder of their own. */
  urgency: z.enum(['ORDINARY', 'URGENT', 'EXTRA_URGENT']).nullable(),
  validFrom: localDate,
  /** In the order in which they come. */
  steps: z.array(ladderStep),
});

export type Ladder = z.infer<typeof ladder>;
export type LadderStep = z.infer<typeof ladderStep>;

export const ladderContent = z.object({
  ladders: z.array(ladder),
  /** 免打扰: reminders that fall into it wait for its end, except of 特急. */
  quietHours: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
  /** Organisations that are not urged beyond the system's own reminders, with the reason. */
  exemptions: z.array(
    z.object({
      organizationId: z.uuid(),
      obligation: z.string().nullable(),
      until: localDate.nullable(),
      reason: z.string(),
    }),
  ),
});

export type LadderContent = z.infer<typeof ladderContent>;

/** 催办梯度 of a committee as a whole. */
export const laddersChanged = defineEvent(
  'organization.ladders-changed',
  1,
  z.object({ committeeId: z.uuid(), revision: z.int(), content: ladderContent }),
);
