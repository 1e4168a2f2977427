import { tallies } from './tally';
import { type TalliedPlace, taskProgress } from './task-progress';

const tally = (counts: Partial<TalliedPlace['tally']>) => ({ ...tallies.none, ...counts });

const PLACES: readonly TalliedPlace[] = [
  { zoneId: 'east', nature: 'ORGAN', tally: tally({ draft: 3, accepted: 4, handedIn: 4, late: 1 }) },
  { zoneId: 'east', nature: 'SCHOOL', tally: tally({ unitReview: 1, returned: 1, handedIn: 1, settled: 1 }) },
  { zoneId: null, nature: 'ORGAN', tally: tally({ draft: 2, exempt: 1 }) },
];

test('a task is told as a whole, by zone and by nature', () => {
  const { total, zones, natures } = taskProgress(PLACES, [], true);
  expect(total).toMatchObject({
    asked: 13,
    exempt: 1,
    handedIn: 5,
    onTime: 4,
    late: 1,
    awaited: 6,
    missing: 6,
    settled: 1,
  });
  expect(zones.map(({ key, asked, missing }) => [key, asked, missing])).toEqual([
    ['east', 10, 4],
    [null, 3, 2],
  ]);
  expect(natures.map(({ key, asked, missing }) => [key, asked, missing])).toEqual([
    ['ORGAN', 10, 5],
    ['SCHOOL', 3, 1],
  ]);
});

test('whoever was granted time is not missing yet', () => {
  const granted = [{ zoneId: 'east', nature: 'ORGAN', count: 2 }];
  expect(taskProgress(PLACES, granted, true).total).toMatchObject({ awaited: 6, missing: 4 });
});

test('before the end nobody is missing but those who had to be earlier', () => {
  expect(taskProgress(PLACES, [], false).total).toMatchObject({ awaited: 6, missing: 0 });
  const earlier = [{ zoneId: null, nature: 'ORGAN', count: 1 }];
  const { total, zones } = taskProgress(PLACES, earlier, false);
  expect([total.missing, zones.map(({ missing }) => missing)]).toEqual([1, [0, 1]]);
});
