import { clockDays, isProvisionalClock } from './clock-days';
import { composeWorkingTime, STANDARD_TIME_RULES } from './working-time';

const at = (text: string) => new Date(`${text}:00+08:00`);
const stretch = (from: string, to: string) => ({ from: at(from), to: at(to) });
const time = composeWorkingTime();

describe('the days of a clock', () => {
  it('of working days tell which were counted and why the others were not', () => {
    expect(clockDays(stretch('2026-02-12T10:00', '2026-02-24T18:00'), 'WORKDAYS', time)).toEqual([
      { date: '2026-02-12', counted: false, hours: 0, text: '起算当日不计' },
      { date: '2026-02-13', counted: true, hours: 7, text: '第 1 个工作日' },
      { date: '2026-02-14', counted: true, hours: 7, text: '第 2 个工作日（调休上班：春节）' },
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => ({
        date: `2026-02-${day}`,
        counted: false,
        hours: 0,
        text: '节假日：春节',
      })),
      { date: '2026-02-24', counted: true, hours: 7, text: '第 3 个工作日' },
    ]);
  });

  it('tell a weekend and what the city rules', () => {
    const overrides = [
      { date: '2026-05-11', workday: false, note: '全市停工' },
      { date: '2026-05-16', workday: true, note: '防汛' },
    ];
    const local = composeWorkingTime({ ...STANDARD_TIME_RULES, overrides });
    const days = clockDays(stretch('2026-05-08T10:00', '2026-05-16T18:00'), 'WORKDAYS', local);
    expect(days.map(({ text }) => text)).toEqual([
      '起算当日不计',
      '第 1 个工作日（调休上班：劳动节）',
      '周末',
      '本地规定休息：全市停工',
      '第 2 个工作日',
      '第 3 个工作日',
      '第 4 个工作日',
      '第 5 个工作日',
      '第 6 个工作日（本地规定上班：防汛）',
    ]);
  });

  it('of hours tell how many ran on each, on duty too', () => {
    const dutyPeriods = [{ from: '2026-05-02T09:00:00+08:00', to: '2026-05-02T10:30:00+08:00' }];
    const onDuty = composeWorkingTime({ ...STANDARD_TIME_RULES, dutyPeriods });
    const urgent = stretch('2026-04-30T17:00', '2026-05-06T10:00');
    expect(clockDays(urgent, 'OFFICE_AND_DUTY', onDuty).filter(({ counted }) => counted)).toEqual([
      { date: '2026-04-30', counted: true, hours: 1, text: '办公时间' },
      { date: '2026-05-02', counted: true, hours: 1.5, text: '节假日：劳动节，值班' },
      { date: '2026-05-06', counted: true, hours: 1.5, text: '办公时间' },
    ]);
    expect(clockDays(urgent, 'OFFICE', onDuty)).toContainEqual({
      date: '2026-05-02',
      counted: false,
      hours: 0,
      text: '节假日：劳动节',
    });
  });

  it('that always runs count every hour', () => {
    expect(clockDays(stretch('2026-05-01T23:00', '2026-05-02T01:00'), 'ALWAYS', time)).toEqual([
      { date: '2026-05-01', counted: true, hours: 1, text: '全天计时' },
      { date: '2026-05-02', counted: true, hours: 1, text: '全天计时' },
    ]);
  });

  it('are told where the year is not loaded, and marked where it is only expected', () => {
    const beyond = stretch('2026-12-31T10:00', '2027-01-04T18:00');
    expect(clockDays(beyond, 'WORKDAYS', time).at(-1)?.text).toBe('该年节假日安排未载入，未计');
    const holidays = [{ name: '元旦', off: ['2027-01-01', '2027-01-03'] as const, makeUp: [] }];
    const years = [{ year: 2027, source: '按惯例预计', provisional: true, holidays }];
    const expected = composeWorkingTime({ ...STANDARD_TIME_RULES, years });
    expect(clockDays(beyond, 'WORKDAYS', expected).map(({ text }) => text)).toEqual([
      '起算当日不计',
      '节假日：元旦（暂定）',
      '节假日：元旦（暂定）',
      '节假日：元旦（暂定）',
      '第 1 个工作日（暂定）',
    ]);
    expect([isProvisionalClock(beyond, expected), isProvisionalClock(beyond, time)]).toEqual([true, false]);
  });

  it('are none of a stretch that has not begun', () => {
    expect(clockDays(stretch('2026-05-07T10:00', '2026-05-06T10:00'), 'WORKDAYS', time)).toEqual([]);
  });
});
