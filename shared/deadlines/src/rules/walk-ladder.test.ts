import { composeWorkingTime } from '@hub/core';

import type { DeadlineUrgency } from '../book';
import { DEFAULT_LADDERS } from './default-ladders';
import { ladderOf } from './ladder-of';
import type { StepClock } from './step-time';
import { walkLadder } from './walk-ladder';

const time = composeWorkingTime();
const at = (text: string): Date => new Date(`${text}:00+08:00`);

interface Given {
  readonly obligation?: string;
  readonly urgency?: DeadlineUrgency;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly knownSince?: Date;
  readonly nextStep?: string | null;
  readonly isNew?: boolean;
}

function walk(given: Given, now: Date) {
  const { obligation = 'FEEDBACK', urgency = 'ORDINARY', startedAt, dueAt, nextStep = null, isNew = true } = given;
  const ladder = ladderOf(DEFAULT_LADDERS, { obligation, startedAt }, urgency);
  if (ladder === null) throw new Error(`no ladder for ${obligation}`);
  const clock: StepClock = { deadline: { startedAt, dueAt }, urgency, time, quietHours: DEFAULT_LADDERS.quietHours };
  const deadline = {
    obligation,
    dueAt,
    knownSince: given.knownSince ?? startedAt,
    nextStep,
    plannedAs: isNew ? null : obligation,
    plannedFor: isNew ? null : dueAt,
  };
  const { due, next } = walkLadder(ladder, deadline, clock, now);
  return { due: due.map(({ code }) => code), next: next?.code ?? null, at: next?.at };
}

// Thursday 15 October 2020, nine in the morning, to Thursday 29 October, 18:00.
const feedback = { startedAt: at('2020-10-15T09:00'), dueAt: at('2020-10-29T18:00') };

describe('a new clock', () => {
  test('begins with half of its working time', () => {
    // 10 working days and 6.5 hours: half of it is 38.25 hours, on the Thursday after.
    expect(walk(feedback, feedback.startedAt)).toEqual({ due: [], next: 'HALF', at: at('2020-10-22T14:45') });
  });

  test('is due step by step, each once', () => {
    expect(walk({ ...feedback, nextStep: 'HALF', isNew: false }, at('2020-10-22T14:45'))).toMatchObject({
      due: ['HALF'],
      next: 'END',
      at: feedback.dueAt,
    });
    expect(walk({ ...feedback, nextStep: 'END', isNew: false }, feedback.dueAt)).toEqual({
      due: ['END'],
      next: 'L1',
      at: at('2020-10-30T08:30'),
    });
    expect(walk({ ...feedback, nextStep: 'L2', isNew: false }, at('2020-11-02T09:00'))).toMatchObject({
      due: ['L2'],
      next: 'L3',
    });
  });

  test('that nobody looked at for weeks says every step, and ends after the last', () => {
    expect(walk({ ...feedback, nextStep: 'HALF', isNew: false }, at('2020-12-01T09:00'))).toEqual({
      due: ['HALF', 'END', 'L1', 'L2', 'L3', 'L4'],
      next: null,
      at: undefined,
    });
    expect(walk({ ...feedback, nextStep: null, isNew: false }, at('2020-12-01T09:00')).due).toEqual([]);
  });

  test('of an old matter that comes to the hub late says its last step alone', () => {
    const late = { ...feedback, knownSince: at('2020-11-20T09:00') };
    expect(walk(late, at('2020-11-20T09:00')).due).toEqual(['L4']);
  });

  test('that was planned for another end or another obligation begins anew', () => {
    const moved = { ...feedback, dueAt: at('2020-11-12T18:00') };
    expect(walk({ ...moved, nextStep: 'L1', isNew: true }, at('2020-10-16T09:00'))).toMatchObject({ next: 'HALF' });
  });
});

describe('quiet hours', () => {
  // Half of three hours from nine in the evening is half past ten.
  const night = { obligation: 'ACKNOWLEDGE', startedAt: at('2020-10-15T21:00'), dueAt: at('2020-10-16T00:00') };

  test('delay a reminder to their end', () => {
    const { next, at: when } = walk(night, night.startedAt);
    expect({ next, when }).toEqual({ next: 'HALF', when: at('2020-10-16T08:00') });
  });

  test('mean nothing to 特急', () => {
    const { next, at: when } = walk({ ...night, urgency: 'EXTRA_URGENT' }, night.startedAt);
    expect({ next, when }).toEqual({ next: 'HALF', when: at('2020-10-15T22:30') });
    const later = walk({ ...night, urgency: 'EXTRA_URGENT', nextStep: 'END', isNew: false }, night.dueAt);
    expect(later).toEqual({ due: ['END'], next: 'L1', at: at('2020-10-16T01:00') });
  });
});

describe('an election', () => {
  const term = { obligation: 'ELECTION', startedAt: at('2017-06-30T00:00'), dueAt: at('2020-06-30T18:00') };

  test('is spoken of 6, 3, 2 and 1 months before, on working days, then every week', () => {
    const codes = ['M6', 'M3', 'M2', 'M1', 'M1#2', 'M1#3'];
    const times = codes.map((nextStep) => walk({ ...term, nextStep, isNew: false }, at('2019-01-01T00:00')).at);
    expect(times).toEqual(
      [
        '2019-12-30T08:30',
        '2020-03-30T08:30',
        '2020-04-30T08:30',
        // 30 May is a Saturday.
        '2020-06-01T08:30',
        '2020-06-08T08:30',
        '2020-06-15T08:30',
      ].map(at),
    );
  });

  test('is said once for the weeks in which nobody was there', () => {
    expect(walk({ ...term, nextStep: 'M2', isNew: false }, at('2020-07-01T09:00'))).toEqual({
      due: ['M2', 'M1#5'],
      next: 'M1#6',
      at: at('2020-07-06T08:30'),
    });
  });
});

test('a step in a year that is not announced waits, and fails nothing', () => {
  const late = { startedAt: at('2026-12-21T09:00'), dueAt: at('2026-12-31T18:00'), nextStep: 'END', isNew: false };
  const { due, next, at: when } = walk(late, late.dueAt);
  expect({ due, next }).toEqual({ due: ['END'], next: 'L1' });
  expect(when).toEqual(at('2027-01-01T18:00'));
});
