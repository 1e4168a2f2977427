import type { Ladder, LadderContent, LadderStep } from '@hub/contracts';

const ALWAYS = '2000-01-01';

const half: LadderStep = { code: 'HALF', level: 0, time: { by: 'SHARE', share: 0.5 }, addressees: ['UNIT_DESK'] };
const end: LadderStep = { code: 'END', level: 0, time: { by: 'SHARE', share: 1 }, addressees: ['UNIT_DESK'] };

/** L1 to L4 of DOMAIN 2.8, so many working days after the end. */
const afterWorkdays = (l1: number, l2: number, l3: number, l4: number): LadderStep[] => [
  { code: 'L1', level: 1, time: { by: 'WORKDAYS_AFTER', workdays: l1 }, addressees: ['UNIT_DESK'] },
  {
    code: 'L2',
    level: 2,
    time: { by: 'WORKDAYS_AFTER', workdays: l2 },
    addressees: ['UNIT_DESK', 'UNIT_LEADER', 'DEPUTY_SECRETARY'],
  },
  {
    code: 'L3',
    level: 3,
    time: { by: 'WORKDAYS_AFTER', workdays: l3 },
    addressees: ['UNIT_LEADER', 'SECRETARY', 'ZONE_LEADER'],
  },
  {
    code: 'L4',
    level: 4,
    time: { by: 'WORKDAYS_AFTER', workdays: l4 },
    addressees: ['UNIT_DESK', 'UNIT_LEADER', 'SECRETARY'],
    inWriting: true,
  },
];

/** 特急: a workday later would be too late; its levels follow in hours. */
const afterHours: LadderStep[] = afterWorkdays(1, 1, 1, 1).map((step, index) => ({
  ...step,
  time: { by: 'HOURS_AFTER', hours: [1, 2, 4, 24][index] ?? 24 },
}));

const ofUnit = (obligation: string): Ladder => ({
  obligation,
  urgency: null,
  validFrom: ALWAYS,
  steps: [half, end, ...afterWorkdays(1, 2, 3, 5)],
});

const ofOffice = (obligation: string): Ladder => ({
  obligation,
  urgency: null,
  validFrom: ALWAYS,
  steps: [
    { ...half, addressees: ['OFFICE'] },
    { ...end, addressees: ['OFFICE'] },
    { code: 'L2', level: 2, time: { by: 'WORKDAYS_AFTER', workdays: 2 }, addressees: ['OFFICE', 'DEPUTY_SECRETARY'] },
    { code: 'L3', level: 3, time: { by: 'WORKDAYS_AFTER', workdays: 5 }, addressees: ['SECRETARY'] },
  ],
});

const monthsBefore = (months: number, repeatDays?: number): LadderStep => ({
  code: `M${months}`,
  level: 0,
  time: { by: 'MONTHS_BEFORE', months },
  addressees: ['UNIT_DESK', 'UNIT_LEADER'],
  ...(repeatDays ? { repeatDays } : {}),
});

const dayOfMonth = (day: number): LadderStep => ({
  code: `D${day}`,
  level: 0,
  time: { by: 'DAY_OF_MONTH', day },
  addressees: ['UNIT_DESK'],
});

/** What holds until a committee keeps ladders of its own (DOMAIN 2.8, 4.2, 5.4). */
export const DEFAULT_LADDERS: LadderContent = {
  ladders: [
    ofUnit('ACKNOWLEDGE'),
    { ...ofUnit('ACKNOWLEDGE'), urgency: 'EXTRA_URGENT', steps: [half, end, ...afterHours] },
    ofUnit('FEEDBACK'),
    ofUnit('REPORT'),
    ofUnit('SUPPLEMENT'),
    ofUnit('RESULT'),
    ofOffice('DECIDE'),
    // 换届: 6, 3, 2 and 1 months before the term ends, then every week until it is held.
    {
      obligation: 'ELECTION',
      urgency: null,
      validFrom: ALWAYS,
      steps: [monthsBefore(6), monthsBefore(3), monthsBefore(2), monthsBefore(1, 7)],
    },
    { obligation: 'DUES', urgency: null, validFrom: ALWAYS, steps: [dayOfMonth(10), dayOfMonth(20), end] },
  ],
  quietHours: { from: '20:00', to: '08:00' },
  exemptions: [],
};
