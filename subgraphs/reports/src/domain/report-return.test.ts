import { composeWorkingTime } from '@hub/core';
import { refusalOf } from '@hub/testing';

import {
  assertMarks,
  assertReturnReasons,
  RETURN_REASONS,
  type ReportReturnReason,
  resubmissionLimit,
} from './report-return';

const at = (text: string) => new Date(`${text}:00+08:00`);
const time = composeWorkingTime();
/** A Thursday before the holidays of May. */
const now = at('2026-04-30T10:00');

describe('the reasons of a return', () => {
  it.each<[ReportReturnReason[], string | null, string | null]>([
    [[], '不对', 'REPORT_RETURN_REASON_REQUIRED'],
    [['UNTRUE'], null, null],
    [['INCOMPLETE', 'WRONG_FORMAT'], null, null],
    [['OTHER'], null, 'REPORT_RETURN_NOTE_REQUIRED'],
    [['OTHER'], '口径不一致', null],
    [['UNTRUE', 'DUPLICATE'], null, 'REPORT_RETURN_NOTE_REQUIRED'],
    [['DUPLICATE'], '与9月月报重复', null],
  ])('%j with the note %j: %s', (reasons, note, refusal) => {
    expect(refusalOf(() => assertReturnReasons(reasons, note))).toBe(refusal);
  });

  it('are those of the committee', () => {
    expect(Object.values(RETURN_REASONS).map(({ name }) => name)).toEqual([
      '内容不实',
      '要素不全',
      '格式不符',
      '所属期错误',
      '涉密或敏感',
      '重复报送',
      '夹带请示事项',
      '其他',
    ]);
  });
});

test.each([
  [['a'], null],
  [['a', 'b'], null],
  [['a', 'c'], 'MARKED_FIELD_UNKNOWN'],
])('marks on %j of the fields a and b: %s', (keys, refusal) => {
  const marks = keys.map((key) => ({ key, note: null }));
  expect(refusalOf(() => assertMarks(marks, [{ key: 'a' }, { key: 'b' }]))).toBe(refusal);
});

describe('the time to hand in again', () => {
  it.each<[string, Date | null, string | null, Date | null]>([
    ['is the day that the office names', at('2026-04-30T18:00'), '2026-05-20', at('2026-05-20T18:00')],
    ['is some working days where the limit is near', at('2026-04-30T18:00'), null, at('2026-05-08T18:00')],
    ['is what is left of the limit', at('2026-06-05T18:00'), null, at('2026-06-05T18:00')],
    ['is granted after the limit too', at('2026-04-01T18:00'), null, at('2026-05-08T18:00')],
    ['is nobody’s limit where nobody asked', null, null, null],
    ['is the office’s day where nobody asked', null, '2026-05-20', at('2026-05-20T18:00')],
  ])('%s', (_, dueAt, until, limit) => {
    expect(resubmissionLimit({ dueAt, until, now, time })?.dueAt ?? null).toEqual(limit);
  });

  it('is counted anew by another calendar where working days gave it, and is granted otherwise', () => {
    const dueAt = at('2026-04-30T18:00');
    const term = { by: 'WORKDAYS', workdays: 3 };
    expect(resubmissionLimit({ dueAt, until: null, now, time })).toMatchObject({ basis: 'TERM', term });
    expect(resubmissionLimit({ dueAt, until: '2026-05-20', now, time })).toMatchObject({
      basis: 'GRANTED',
      term: null,
    });
  });

  it.each([
    ['2026-04-29', 'RESUBMIT_DUE_PAST'],
    ['2026-04-30', null],
  ])('until %s: %s', (until, refusal) => {
    expect(refusalOf(() => resubmissionLimit({ dueAt: null, until, now, time }))).toBe(refusal);
  });
});
