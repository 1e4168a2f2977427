import { enumOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { EXTENSION_STATES, type ExtensionState } from '../domain/extension';
import { FEEDBACK_STATES, type FeedbackState } from '../domain/feedback';
import { RETURN_REASON_SPECS, RETURN_REASONS, type ReturnReason } from '../domain/return-reason';

export const ReturnReasonEnum = enumOf<ReturnReason>(RETURN_REASONS);

const before = (reason: ReturnReason) => ({ description: `${RETURN_REASON_SPECS[reason].name}（签收前）。` });
const after = (reason: ReturnReason) => ({ description: `${RETURN_REASON_SPECS[reason].name}（初审后）。` });

registerEnumType(ReturnReasonEnum, {
  name: 'ReturnReason',
  description: '退回理由：签收前与初审后不同（公文处理工作条例第二十四条）。',
  valuesConfig: {
    MISSENT: before('MISSENT'),
    UNREADABLE: before('UNREADABLE'),
    ATTACHMENT_MISSING: before('ATTACHMENT_MISSING'),
    DUPLICATE: before('DUPLICATE'),
    NOT_OURS: after('NOT_OURS'),
    BREAKS_RULES: after('BREAKS_RULES'),
    WRONG_KIND: after('WRONG_KIND'),
    NOT_COUNTERSIGNED: after('NOT_COUNTERSIGNED'),
    OTHER: { description: '其他，须写明。' },
  },
});

export const FeedbackStateEnum = enumOf<FeedbackState>(FEEDBACK_STATES);

registerEnumType(FeedbackStateEnum, {
  name: 'FeedbackState',
  description: '反馈状态。',
  valuesConfig: {
    SUBMITTED: { description: '待审核。' },
    ACCEPTED: { description: '已采纳。' },
    RETURNED: { description: '已退回。' },
  },
});

export const ExtensionStateEnum = enumOf<ExtensionState>(EXTENSION_STATES);

registerEnumType(ExtensionStateEnum, {
  name: 'ExtensionState',
  description: '延期申请状态。',
  valuesConfig: {
    PENDING: { description: '待批。' },
    GRANTED: { description: '同意。' },
    REFUSED: { description: '不同意。' },
  },
});
