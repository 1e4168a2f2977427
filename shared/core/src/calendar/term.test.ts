import { addMonths } from './local-date';
import { type Term, termEnd } from './term';
import { composeWorkingTime } from './working-time';

const at = (text: string) => new Date(`${text}:00+08:00`);
const time = composeWorkingTime();

describe('a term', () => {
  it.each<[string, Term, string, string]>([
    [
      'of working days ends when counters close',
      { by: 'WORKDAYS', workdays: 3 },
      '2026-02-12T23:00',
      '2026-02-24T18:00',
    ],
    [
      'of hours runs in office hours',
      { by: 'HOURS', hours: 4, clock: 'OFFICE' },
      '2026-05-06T17:00',
      '2026-05-07T11:30',
    ],
    [
      'that always runs is short in office hours',
      { by: 'ALWAYS', hoursInOffice: 1, hoursOutsideOffice: 2 },
      '2026-05-06T09:00',
      '2026-05-06T10:00',
    ],
    [
      'that always runs is longer outside of them',
      { by: 'ALWAYS', hoursInOffice: 1, hoursOutsideOffice: 2 },
      '2026-05-05T09:00',
      '2026-05-05T11:00',
    ],
    [
      'of months ends on the same day of the month',
      { by: 'MONTHS', months: 1 },
      '2026-05-06T09:00',
      '2026-06-08T18:00',
    ],
    ['of months that ends on a holiday moves on', { by: 'MONTHS', months: 1 }, '2026-09-01T09:00', '2026-10-08T18:00'],
    [
      'of months ends on the last day of a short one',
      { by: 'MONTHS', months: 1 },
      '2026-03-31T09:00',
      '2026-04-30T18:00',
    ],
  ])('%s', (_, term, from, end) => {
    expect(termEnd(term, at(from), time)).toEqual(at(end));
  });

  it('of an office (任期, 预备期) does not move: it is plain months', () => {
    expect(addMonths('2021-10-01', 60)).toBe('2026-10-01');
    expect(time.calendar.isWorkday('2026-10-01')).toBe(false);
  });
});
