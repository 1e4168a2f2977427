import { afterQuietHours } from './quiet-hours';

const at = (time: string) => new Date(`2020-10-15T${time}+08:00`);
const night = { from: '20:00', to: '08:00' };
const noon = { from: '12:00', to: '14:00' };

test.each([
  ['the first minute over midnight', '20:00:00', night, '2020-10-16T08:00:00+08:00'],
  ['after midnight', '00:00:00', night, '2020-10-15T08:00:00+08:00'],
  ['the last second', '07:59:59', night, '2020-10-15T08:00:00+08:00'],
  ['the first minute within a day', '12:00:00', noon, '2020-10-15T14:00:00+08:00'],
])('what falls into quiet hours waits for their end: %s', (_, time, quiet, end) => {
  expect(afterQuietHours(at(time), quiet)).toEqual(new Date(end));
});

test.each([
  ['at their end', '08:00:00', night],
  ['in the minute before them', '19:59:59', night],
  ['outside those within a day', '14:00:00', noon],
  ['when there are none', '23:00:00', null],
  ['when they are no time at all', '20:00:00', { from: '20:00', to: '20:00' }],
])('nothing waits %s', (_, time, quiet) => {
  expect(afterQuietHours(at(time), quiet)).toEqual(at(time));
});
