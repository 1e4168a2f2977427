import { defineErrors } from '@hub/core';

export const ledgerError = defineErrors({
  /** Thrown when what is urged owes nothing, or no such thing is in sight. */
  NOTHING_TO_URGE: { kind: 'CONFLICT', message: '所选事项当前没有待办义务，无需催办。' },
  /** Thrown when a level is not one of 1 to 4. */
  URGE_LEVEL_INVALID: { kind: 'BAD_USER_INPUT', message: '催办级别须为 1 至 4 级。' },
  /** Thrown when a call or a visit is noted without a word about it. */
  URGE_NOTE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '电话、当面或书面催办须写明情况。' },
  /** Thrown when there is no such entry in the ledger, or none in sight. */
  REMINDER_NOT_FOUND: { kind: 'NOT_FOUND', message: '未找到该催办记录。' },
  /** Thrown when a proposed level was decided before. */
  REMINDER_DECIDED: { kind: 'CONFLICT', message: '该催办已处理，无需重复操作。' },
  /** Thrown when what a proposed level is about was done in the meantime: nobody is urged for it any more. */
  REMINDER_LAPSED: { kind: 'CONFLICT', message: '该事项已办结或期限已变动，催办建议已失效。' },
  /** Thrown when a level in writing is released without the document it goes out under. */
  SUPERVISION_NUMBER_REQUIRED: { kind: 'BAD_USER_INPUT', message: '书面督办须填写督办文号。' },
  /** Thrown when an act names no proposal, or more than one transaction should hold. */
  REMINDER_COUNT: { kind: 'BAD_USER_INPUT', message: '每次须选择 1 至 {most} 项催办。' },
  /** Thrown when an answer is given to what nobody was told of. */
  REMINDER_NOT_SENT: { kind: 'CONFLICT', message: '该催办尚未发出，无需答复。' },
  /** Thrown when a reminder was answered before. */
  REMINDER_ANSWERED: { kind: 'CONFLICT', message: '该催办已有答复。' },
  /** Thrown when an answer says nothing. */
  REMINDER_ANSWER_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写答复内容。' },
  /** Thrown when a note, a reason or an answer is longer than a page. */
  LEDGER_TEXT_TOO_LONG: { kind: 'BAD_USER_INPUT', message: '文字不得超过 {limit} 字。' },
  /** Thrown when a text has characters in it that cannot be seen. */
  LEDGER_TEXT_CONTROL: { kind: 'BAD_USER_INPUT', message: '文字中含有不可见的控制字符，请重新输入。' },
  /** Thrown when a proposal is declined without a reason. */
  DECLINE_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '不予催办须说明理由。' },
});
