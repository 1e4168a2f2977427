import { refusalOf } from '@hub/testing';
import {
  assertFeedbackComplete,
  assertFeedbackReturnReason,
  type FeedbackContent,
  type FeedbackRequirement,
  isLastStage,
} from './feedback';

const empty: FeedbackContent = { text: '', attendees: [], values: {}, attachmentCount: 0, stage: 0 };

function asks(kind: FeedbackRequirement['kind']): FeedbackRequirement {
  const fields = [
    { name: 'members', label: '党员人数', required: true },
    { name: 'note', label: '备注', required: false },
  ];
  return { kind, fields, stages: ['动员', '总结'] };
}

describe('feedback', () => {
  const cases: [FeedbackRequirement['kind'], Partial<FeedbackContent>, string | null][] = [
    ['NONE', { text: '收到' }, 'FEEDBACK_NOT_OWED'],
    ['ATTENDANCE', {}, 'FEEDBACK_INCOMPLETE'],
    ['ATTENDANCE', { attendees: [{ name: '张三', postTitle: ' ' }] }, 'FEEDBACK_INCOMPLETE'],
    ['ATTENDANCE', { attendees: [{ name: '张三', postTitle: '机关党委书记' }] }, null],
    ['FORM', { values: { note: '无' } }, 'FEEDBACK_INCOMPLETE'],
    ['FORM', { values: { members: '32', other: '?' } }, 'FEEDBACK_INCOMPLETE'],
    ['FORM', { values: { members: '32' } }, null],
    ['ATTACHMENT', { text: '见附件' }, 'FEEDBACK_INCOMPLETE'],
    ['ATTACHMENT', { attachmentCount: 1 }, null],
    ['IMPLEMENTATION', { text: ' ' }, 'FEEDBACK_INCOMPLETE'],
    ['IMPLEMENTATION', { text: '已动员', stage: 2 }, 'FEEDBACK_INCOMPLETE'],
    ['IMPLEMENTATION', { text: '已动员', stage: 1 }, null],
  ];

  it.each(cases)('of kind %s with %j is refused with %s', (kind, content, reason) => {
    expect(refusalOf(() => assertFeedbackComplete(asks(kind), { ...empty, ...content }))).toBe(reason);
  });

  it('is settled by its last stage', () => {
    expect(isLastStage(asks('IMPLEMENTATION'), 0)).toBe(false);
    expect(isLastStage(asks('IMPLEMENTATION'), 1)).toBe(true);
    expect(isLastStage(asks('FORM'), 0)).toBe(true);
  });

  it('is returned for a reason', () => {
    expect(refusalOf(() => assertFeedbackReturnReason(''))).toBe('FEEDBACK_RETURN_REASON_REQUIRED');
    expect(refusalOf(() => assertFeedbackReturnReason('数据有误'))).toBeNull();
  });
});
