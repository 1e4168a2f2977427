import { sharesOf } from './shares';

const draws = (percentages: number[], values: number[]) =>
  values.map((value) => sharesOf(percentages)(() => value / 100));

it('draws the percentage below', () => {
  expect(draws([25, 60, 25], [0, 24.9, 25, 59, 60, 99.9])).toEqual([0, 0, 25, 25, 60, 60]);
  expect(draws([100], [0, 99.9])).toEqual([0, 0]);
  expect(draws([0], [0, 50])).toEqual([0, 0]);
});

it('draws nothing where nothing moves by percentage', () => {
  expect(
    sharesOf([])(() => {
      throw new Error('drawn');
    }),
  ).toBe(100);
});
