import type { Ladder, LadderContent } from '@hub/contracts';
import { refusalOf } from '@hub/testing';

import {
  type Exemption,
  MOST_EXEMPTIONS,
  MOST_LADDERS,
  NO_LADDERS,
  withExemption,
  withLadder,
  withoutExemption,
  withoutLadder,
  withQuietHours,
} from './change-ladders';
import { laddersAhead, laddersInForce } from './ladders-in-force';

const TODAY = '2020-10-15';

const ladder: Ladder = {
  obligation: 'FEEDBACK',
  urgency: null,
  validFrom: '2020-10-16',
  steps: [{ code: 'END', level: 0, time: { by: 'SHARE', share: 1 }, addressees: ['UNIT_DESK'] }],
};

const exemption: Exemption = { organizationId: 'o1', obligation: null, until: null, reason: '机构改革过渡期' };

describe('a ladder', () => {
  test('holds from its day on, beside what holds until then', () => {
    const kept = withLadder(NO_LADDERS, ladder, TODAY);
    const feedback = (day: string) =>
      laddersInForce(kept, day)
        .filter((each) => each.ladder.obligation === 'FEEDBACK')
        .map(({ ladder: { steps }, urgencies, ofHouse }) => ({ steps: steps.length, urgencies, ofHouse }));
    const urgencies = ['ORDINARY', 'URGENT', 'EXTRA_URGENT'];
    expect(feedback(TODAY)).toEqual([{ steps: 6, urgencies, ofHouse: true }]);
    expect(feedback('2020-10-16')).toEqual([{ steps: 1, urgencies, ofHouse: false }]);
    expect(laddersAhead(kept, TODAY).map((each) => each.ladder)).toEqual([ladder]);
    expect(laddersAhead(kept, '2020-10-16')).toEqual([]);
  });

  test('for one urgency leaves the others theirs', () => {
    const kept = withLadder(NO_LADDERS, { ...ladder, urgency: 'URGENT' }, TODAY);
    const found = laddersInForce(kept, '2020-10-20').filter((each) => each.ladder.obligation === 'FEEDBACK');
    expect(found.map(({ urgencies, ofHouse }) => ({ urgencies, ofHouse }))).toEqual([
      { urgencies: ['ORDINARY', 'EXTRA_URGENT'], ofHouse: true },
      { urgencies: ['URGENT'], ofHouse: false },
    ]);
  });

  test('from the same day takes the place of the other', () => {
    const again = { ...ladder, steps: [...ladder.steps, { ...ladder.steps[0], code: 'L1', level: 1 }] } as Ladder;
    const late: Ladder = { ...ladder, steps: ladder.steps.map((step) => ({ ...step, code: 'LATE' })) };
    const kept = withLadder(withLadder(NO_LADDERS, ladder, TODAY), late, TODAY);
    expect(kept.ladders).toEqual([late]);
    expect(refusalOf(() => withLadder(kept, again, TODAY))).toBe('LADDER_TIME_BACK');
  });

  test.each([
    ['yesterday', '2020-10-14'],
    ['today, where clocks began this morning', TODAY],
  ])('cannot hold from %s', (_, validFrom) => {
    expect(refusalOf(() => withLadder(NO_LADDERS, { ...ladder, validFrom }, TODAY))).toBe('LADDER_NOT_AHEAD');
  });

  test('is taken back before it holds, and not after', () => {
    const kept = withLadder(NO_LADDERS, ladder, TODAY);
    expect(withoutLadder(kept, ladder, TODAY)).toEqual(NO_LADDERS);
    expect(refusalOf(() => withoutLadder(kept, ladder, '2020-10-16'))).toBe('LADDER_NOT_FOUND');
    expect(refusalOf(() => withoutLadder(kept, { ...ladder, urgency: 'URGENT' }, TODAY))).toBe('LADDER_NOT_FOUND');
  });

  test('is one of no more than can be surveyed', () => {
    const ladders = Array.from({ length: MOST_LADDERS }, (_, at) => ({
      ...ladder,
      validFrom: `21${String(at).padStart(2, '0')}-01-01`,
    }));
    expect(refusalOf(() => withLadder({ ...NO_LADDERS, ladders }, ladder, TODAY))).toBe('LADDERS_TOO_MANY');
  });
});

test.each([
  [{ from: '20:00', to: '08:00' }, null],
  [{ from: '12:00', to: '14:30' }, null],
  [{ from: '20:00', to: '24:00' }, null],
  [{ from: '08:00', to: '08:00' }, 'QUIET_HOURS_INVALID'],
  [{ from: '00:00', to: '24:00' }, 'QUIET_HOURS_INVALID'],
  [{ from: '24:00', to: '08:00' }, 'QUIET_HOURS_INVALID'],
  [{ from: '8:00', to: '20:00' }, 'QUIET_HOURS_INVALID'],
  [{ from: '20:00', to: '25:00' }, 'QUIET_HOURS_INVALID'],
])('quiet hours %j: %s', (quietHours, reason) => {
  expect(refusalOf(() => withQuietHours(NO_LADDERS, quietHours))).toBe(reason);
  if (reason === null) expect(withQuietHours(NO_LADDERS, quietHours).quietHours).toEqual(quietHours);
});

test('there need be no quiet hours', () => {
  expect(withQuietHours(NO_LADDERS, null).quietHours).toBeNull();
});

describe('an exemption', () => {
  test('takes the place of the same one, and those that are over go', () => {
    const over = { ...exemption, organizationId: 'o2', until: '2020-10-14' };
    const content: LadderContent = { ...NO_LADDERS, exemptions: [over, exemption] };
    const next = { ...exemption, until: TODAY, reason: '改革完成' };
    expect(withExemption(content, next, TODAY).exemptions).toEqual([next]);
  });

  test('of one obligation is another than that of all', () => {
    const both = withExemption(
      withExemption(NO_LADDERS, exemption, TODAY),
      { ...exemption, obligation: 'DUES' },
      TODAY,
    );
    expect(both.exemptions).toHaveLength(2);
    expect(withoutExemption(both, exemption, TODAY).exemptions.map(({ obligation }) => obligation)).toEqual(['DUES']);
  });

  test.each<[string, Partial<Exemption>, string]>([
    ['without a reason', { reason: ' 无 ' }, 'EXEMPTION_REASON'],
    ['with a novel for a reason', { reason: '长'.repeat(201) }, 'EXEMPTION_REASON'],
    ['with what cannot be seen', { reason: '改革\u0000过渡' }, 'EXEMPTION_REASON'],
    ['that is over', { until: '2020-10-14' }, 'EXEMPTION_OVER'],
  ])('is refused %s', (_, change, reason) => {
    expect(refusalOf(() => withExemption(NO_LADDERS, { ...exemption, ...change }, TODAY))).toBe(reason);
  });

  test('is not ended where there is none, or none any more', () => {
    const over = withExemption(NO_LADDERS, { ...exemption, until: TODAY }, TODAY);
    expect(refusalOf(() => withoutExemption(NO_LADDERS, exemption, TODAY))).toBe('EXEMPTION_NOT_FOUND');
    expect(refusalOf(() => withoutExemption(over, exemption, '2020-10-16'))).toBe('EXEMPTION_NOT_FOUND');
    expect(withoutExemption(over, exemption, TODAY).exemptions).toEqual([]);
  });

  test('is one of no more than leave the ladder a meaning', () => {
    const exemptions = Array.from({ length: MOST_EXEMPTIONS }, (_, at) => ({ ...exemption, organizationId: `x${at}` }));
    expect(refusalOf(() => withExemption({ ...NO_LADDERS, exemptions }, exemption, TODAY))).toBe('EXEMPTIONS_TOO_MANY');
  });
});
