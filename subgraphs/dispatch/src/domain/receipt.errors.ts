import { defineErrors } from '@hub/core';

export const receiptError = defineErrors({
  /** Thrown when a receipt does not exist for the actor: unknown, recalled, or of another unit. */
  RECEIPT_NOT_FOUND: { kind: 'NOT_FOUND', message: '收文不存在，或已被撤回。' },
  /** Thrown when an act does not belong to the state the receipt is in and no closer reason is known. */
  RECEIPT_WRONG_STATE: { kind: 'CONFLICT', message: '收文当前状态为“{stateName}”，不能执行此操作。' },
  /** Thrown when anything but a reissue is done to a receipt that was recalled 撤回. */
  RECEIPT_RECALLED: { kind: 'CONFLICT', message: '该公文已被发文机关撤回。' },
  /** Thrown when anything but a reissue is done to a receipt that was withdrawn 清退. */
  RECEIPT_WITHDRAWN: { kind: 'CONFLICT', message: '该公文已被发文机关清退。' },
  /** Thrown when a finished receipt is handled again. */
  RECEIPT_CLOSED: { kind: 'CONFLICT', message: '该收文已办结。' },

  // Acknowledging 签收
  /** Thrown when a receipt is acknowledged a second time. */
  ALREADY_ACKNOWLEDGED: { kind: 'CONFLICT', message: '该公文已经签收，无需重复签收。' },
  /** Thrown when a receipt whose duty is only to read is acknowledged. */
  ACKNOWLEDGE_NOT_OWED: { kind: 'CONFLICT', message: '该公文仅供阅知，无需签收。' },
  /** Thrown when a returned receipt is acknowledged before the office has answered the return. */
  RETURN_NOT_ANSWERED: { kind: 'CONFLICT', message: '退回尚未得到答复，暂不能签收。' },
  /** Thrown when a receipt is registered, assigned or answered before it was acknowledged. */
  NOT_ACKNOWLEDGED: { kind: 'CONFLICT', message: '该公文尚未签收，请先签收。' },

  // Return 退回
  /** Thrown when a receipt is returned without a reason. */
  RETURN_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '退回公文须说明理由。' },
  /** Thrown when the reason of a return does not belong to the moment of the return. */
  RETURN_REASON_NOT_APPLICABLE: { kind: 'BAD_USER_INPUT', message: '“{reasonName}”不是{momentName}的退回理由。' },
  /** Thrown when a returned receipt is returned again before the office has answered. */
  ALREADY_RETURNED: { kind: 'CONFLICT', message: '该公文已经退回，正等待发文机关答复。' },
  /** Thrown when the office answers a return that does not exist. */
  NO_RETURN_TO_ANSWER: { kind: 'CONFLICT', message: '该收文没有待答复的退回。' },
  /** Thrown when the office answers a return without a word. */
  ANSWER_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写对退回的答复。' },

  // Recall 撤回, withdrawal 清退, reissue 补发
  /** Thrown when a receipt that was acknowledged is recalled; it has to be withdrawn. */
  RECALL_AFTER_ACKNOWLEDGE: { kind: 'CONFLICT', message: '该单位已经签收，不能撤回，请办理清退。' },
  /** Thrown when a receipt that was not acknowledged is withdrawn; it has to be recalled. */
  WITHDRAW_BEFORE_ACKNOWLEDGE: { kind: 'CONFLICT', message: '该单位尚未签收，请直接撤回。' },
  /** Thrown when a paper is recalled or withdrawn without a reason. */
  TAKE_BACK_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '撤回或清退须说明理由。' },
  /** Thrown when an act on several receipts names none. */
  RECEIPTS_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请先选择单位。' },
  /** Thrown when a unit is urged that owes nothing at the moment. */
  NOTHING_TO_URGE: { kind: 'CONFLICT', message: '所选单位中有无需催办的：{names}。' },
  /** Thrown when a document is reissued to an organisation that holds it already. */
  ALREADY_DELIVERED: { kind: 'CONFLICT', message: '该单位已收到此公文，无需补发。' },

  // Feedback 反馈
  /** Thrown when feedback is given on a receipt that owes none. */
  FEEDBACK_NOT_OWED: { kind: 'CONFLICT', message: '该公文无需反馈。' },
  /** Thrown when a receipt that owes feedback is closed before the feedback was accepted. */
  FEEDBACK_STILL_OWED: { kind: 'CONFLICT', message: '反馈尚未办结，不能办结收文。' },
  /** Thrown when feedback is given while earlier feedback waits for the office or was accepted. */
  FEEDBACK_ALREADY_SUBMITTED: { kind: 'CONFLICT', message: '反馈已经提交，无需重复提交。' },
  /** Thrown when feedback is accepted or returned and none waits. */
  NO_FEEDBACK_TO_REVIEW: { kind: 'CONFLICT', message: '该收文没有待审核的反馈。' },
  /** Thrown when feedback is returned without a reason. */
  FEEDBACK_RETURN_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '退回反馈须说明理由。' },
  /** Thrown when feedback lacks what its kind asks for. */
  FEEDBACK_INCOMPLETE: { kind: 'BAD_USER_INPUT', message: '反馈内容不完整：{problem}。' },

  // Extension 延期
  /** Thrown when more time is asked for without a reason. */
  EXTENSION_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '申请延期须说明理由。' },
  /** Thrown when the date asked for is not later than the date that stands. */
  EXTENSION_NOT_LATER: { kind: 'BAD_USER_INPUT', message: '申请的期限须晚于现有期限 {current}。' },
  /** Thrown when time is granted until a day that is over: its reminders would come before the grant. */
  EXTENSION_PAST: { kind: 'BAD_USER_INPUT', message: '批准的期限 {until} 已过，请另定一个以后的日期。' },
  /** Thrown when more time is asked for while an earlier request waits. */
  EXTENSION_PENDING: { kind: 'CONFLICT', message: '已有延期申请待批。' },
  /** Thrown when an extension is granted or refused and none waits. */
  NO_EXTENSION_PENDING: { kind: 'CONFLICT', message: '没有待批的延期申请。' },
  /** Thrown when more time is asked for a receipt that waits for no feedback. */
  EXTENSION_NOT_POSSIBLE: { kind: 'CONFLICT', message: '该收文没有待办的反馈，不能申请延期。' },
});
