import { DEFAULT_QUIET_HOURS, notBefore } from './quiet-hours';

const at = (time: string) => new Date(`2020-10-15T${time}+08:00`);
const noon = { from: '12:00', to: '14:00' };

test.each([
  ['the first minute over midnight', '20:00:00', DEFAULT_QUIET_HOURS, '2020-10-16T08:00:00+08:00'],
  ['after midnight', '00:00:00', DEFAULT_QUIET_HOURS, '2020-10-15T08:00:00+08:00'],
  ['the last second', '07:59:59', DEFAULT_QUIET_HOURS, '2020-10-15T08:00:00+08:00'],
  ['the first minute within a day', '12:00:00', noon, '2020-10-15T14:00:00+08:00'],
])('what falls into quiet hours waits for their end: %s', (_, time, quiet, end) => {
  expect(notBefore(at(time), quiet, false)).toEqual(new Date(end));
});

test.each([
  ['their end', '08:00:00', DEFAULT_QUIET_HOURS, false],
  ['the minute before them', '19:59:59', DEFAULT_QUIET_HOURS, false],
  ['outside those within a day', '14:00:00', noon, false],
  ['without quiet hours', '23:00:00', null, false],
  ['with quiet hours that are none', '20:00:00', { from: '20:00', to: '20:00' }, false],
  ['what is urgent', '23:00:00', DEFAULT_QUIET_HOURS, true],
])('goes out at once: %s', (_, time, quiet, urgent) => {
  expect(notBefore(at(time), quiet, urgent)).toEqual(at(time));
});
