import { type Id, localDate } from '@hub/core';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十二, 三十: numbers of sections, up to 99. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const before = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return before + DIGITS[ones];
}

/** Headings of a paper, numbered as they come. */
export function sectionTitles(): (title: string) => string {
  let count = 0;
  return (title) => {
    count += 1;
    return `${numeral(count)}、${title}`;
  };
}

/** 2026年10月1日 */
export function longDate(instant: Date): string {
  const [year, month, day] = localDate(instant).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** What the hub calls the units and organisations that values name. */
export type ReferenceNames = ReadonlyMap<Id, string>;
