import { refusalOf } from '@hub/testing';
import { assertOnDuty, assertRoster, type DutyShift, type PostOnDuty } from './duty-roster';
import type { Period } from './duty-window';

const at = (text: string) => new Date(`2026-05-${text}:00+08:00`);
const NOW = at('02T15:00');
const WEEK: Period = { from: at('03T00:00'), to: at('10T00:00') };
const shift = (from: string, to: string): DutyShift => ({ from: at(from), to: at(to), postId: 'post' });

describe('a duty roster', () => {
  it('is kept when one shift begins as the other ends', () => {
    const kept = [shift('02T18:00', '03T08:00')];
    expect(
      refusalOf(() => assertRoster(WEEK, [shift('04T08:00', '05T08:00'), shift('03T08:00', '04T08:00')], kept, NOW)),
    ).toBe(null);
  });

  it.each<[string, DutyShift[], DutyShift[], string]>([
    [
      'with shifts that overlap',
      [shift('04T08:00', '05T08:00'), shift('03T08:00', '04T08:01')],
      [],
      'DUTY_SHIFTS_OVERLAP',
    ],
    [
      'over a shift that reaches in',
      [shift('03T07:00', '03T18:00')],
      [shift('02T18:00', '03T08:00')],
      'DUTY_SHIFTS_OVERLAP',
    ],
    ['with a shift outside its window', [shift('09T18:00', '10T08:00')], [], 'DUTY_OUTSIDE_WINDOW'],
    ['with a shift that ends as it begins', [shift('04T08:00', '04T08:00')], [], 'DUTY_PERIOD_INVALID'],
  ])('is refused %s', (_, shifts, kept, reason) => {
    expect(refusalOf(() => assertRoster(WEEK, shifts, kept, NOW))).toBe(reason);
  });

  it('is refused for days that are over', () => {
    expect(refusalOf(() => assertRoster({ from: at('01T00:00'), to: at('04T00:00') }, [], [], NOW))).toBe(
      'DUTY_WINDOW_PAST',
    );
  });
});

describe('whoever is on duty', () => {
  const post: PostOnDuty = {
    postId: 'post',
    organizationId: 'own',
    role: 'UNIT_CLERK',
    heldFrom: '2020-01-01',
    heldTo: null,
    endedAt: null,
  };
  const onDuty = (change: Partial<PostOnDuty>) =>
    refusalOf(() => assertOnDuty('own', [shift('04T18:00', '05T08:00')], [{ ...post, ...change }]));

  it.each<[string, Partial<PostOnDuty>]>([
    ['holds a post there', {}],
    ['begins on that day', { heldFrom: '2026-05-04' }],
    ['ends on that day', { heldTo: '2026-05-05' }],
  ])('%s', (_, change) => {
    expect(onDuty(change)).toBe(null);
  });

  it.each<[string, Partial<PostOnDuty>]>([
    ['is of another organisation', { organizationId: 'other' }],
    ['is unknown', { postId: 'unknown' }],
    ['begins later', { heldFrom: '2026-05-05' }],
    ['ends in the night', { heldTo: '2026-05-04' }],
    ['was dismissed', { endedAt: at('01T08:00') }],
    ['keeps the hub', { role: 'COMMITTEE_ADMIN' }],
    ['inspects', { role: 'INSPECTOR' }],
  ])('is not one who %s', (_, change) => {
    expect(onDuty(change)).toBe('DUTY_POST_INVALID');
  });
});
