import { refusalOf } from '@hub/testing';
import { assertEconomy, checkLength, needsExplanation, printedLength } from './economy';
import { MODEL_ORGANS, PIONEER_SYSTEM } from './testing/seed-text';

describe('the length of a paper', () => {
  it('of 140号 is 5 619 characters, which warns', () => {
    expect(printedLength(MODEL_ORGANS)).toBe(5619);
    expect(checkLength(MODEL_ORGANS, 'COMPREHENSIVE')).toMatchObject([{ severity: 'WARN', evidence: '5619' }]);
  });

  it('of 141号 is within the limit', () => {
    expect(checkLength(PIONEER_SYSTEM, 'SPECIAL')).toEqual([]);
  });

  it.each([
    ['COMPREHENSIVE', 5000, 0],
    ['COMPREHENSIVE', 5001, 1],
    ['SPECIAL', 4000, 0],
    ['SPECIAL', 4001, 1],
  ] as const)('%s of %i characters gives %i warnings', (scope, length, warnings) => {
    expect(checkLength('字'.repeat(length), scope)).toHaveLength(warnings);
  });

  it('counts no spaces, no annexes, and a rare character once', () => {
    expect(printedLength('正 文\u3000，𠮷\n附件：名单\n很长的名单')).toBe(4);
  });
});

describe('the number of papers in a year', () => {
  it.each([
    [140, 141, null, null],
    [141, 141, null, 'ECONOMY_EXPLANATION_REQUIRED'],
    [141, 141, ' ', 'ECONOMY_EXPLANATION_REQUIRED'],
    [141, 141, '新增主题教育任务', null],
    [500, null, null, null],
    [0, 0, null, 'ECONOMY_EXPLANATION_REQUIRED'],
  ])('%i so far after %s last year, explained by %j, is refused with %s', (thisYear, lastYear, explanation, reason) => {
    expect(refusalOf(() => assertEconomy({ thisYear, lastYear }, explanation))).toBe(reason);
  });

  it('needs an explanation from the first paper above last year', () => {
    expect(needsExplanation({ thisYear: 9, lastYear: 10 })).toBe(false);
    expect(needsExplanation({ thisYear: 10, lastYear: 10 })).toBe(true);
  });
});
