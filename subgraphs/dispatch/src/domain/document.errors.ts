import { defineErrors } from '@hub/core';

export const documentError = defineErrors({
  // Life of a document
  /** Thrown when an act does not belong to the state the document is in. */
  WRONG_STATE: { kind: 'CONFLICT', message: '公文当前状态为“{stateName}”，不能执行此操作。' },
  /** Thrown when a document is issued before it was approved for issue 签发. */
  ISSUE_WITHOUT_APPROVAL: { kind: 'CONFLICT', message: '公文尚未签发，不能发出。' },
  /** Thrown when a document is issued after approval but before its steps up to the number and the seal are done. */
  ISSUE_BEFORE_READY: { kind: 'CONFLICT', message: '公文尚未完成复核、登记编号或用印，不能发出。' },
  /** Thrown when a number is asked for before the document was approved for issue. */
  NUMBER_WITHOUT_APPROVAL: { kind: 'CONFLICT', message: '公文尚未签发，不能登记编号。' },
  /** Thrown when a document that was approved is approved a second time. */
  ALREADY_APPROVED: { kind: 'CONFLICT', message: '公文已经签发，不能重复签发。' },
  /** Thrown when a document that holds a number is given one a second time. */
  ALREADY_NUMBERED: { kind: 'CONFLICT', message: '公文已经登记编号，不能重复编号。' },
  /** Thrown when a document that left the hub is issued a second time. */
  ALREADY_ISSUED: { kind: 'CONFLICT', message: '公文已经发出，不能重复发出。' },
  /** Thrown when the steps of a series are not a valid order of steps. */
  SERIES_STEPS: { kind: 'BAD_USER_INPUT', message: '发文序列的办理环节设置有误：{problem}。' },
  /** Thrown when one person would do two steps that must be done by different persons. */
  SAME_PERSON: { kind: 'FORBIDDEN', message: '{step}人不得与{other}人为同一人。' },
  /** Thrown when a step is done under a post that the series does not name for it. */
  STEP_ROLE: { kind: 'FORBIDDEN', message: '当前岗位不能办理本序列的{step}环节。' },
  /** Thrown when a document sent back for a substantive change is approved by someone other than its first signer. */
  NOT_ORIGINAL_SIGNER: { kind: 'FORBIDDEN', message: '复核发现实质性修改，须由原签发人重新签发。' },
  /** Thrown when a step is sent back, or a document is cancelled, revoked or abolished without a written reason. */
  OPINION_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写意见或理由。' },

  // Kind
  /** Thrown when a kind of document is not one the work committee may use. */
  KIND_NOT_USED: { kind: 'BAD_USER_INPUT', message: '工委不使用“{kindName}”这一文种。' },
  /** Thrown when the series does not carry the kind of the document. */
  KIND_NOT_IN_SERIES: { kind: 'BAD_USER_INPUT', message: '发文序列“{prefix}”不用于“{kindName}”。' },
  /** Thrown when a kind is sent in a direction it does not have. */
  KIND_DIRECTION: { kind: 'BAD_USER_INPUT', message: '“{kindName}”不能作为{directionName}文。' },

  // Number 发文字号
  /** Thrown when a document number is not written exactly in the prescribed form. */
  NUMBER_FORM: { kind: 'BAD_USER_INPUT', message: '发文字号格式不正确，应形如“焦直文〔2020〕140号”。' },
  /** Thrown when numbers are kept, taken over or explained for a year that no number can name. */
  NUMBER_YEAR: { kind: 'BAD_USER_INPUT', message: '年份须在 {first} 至 {last} 之间。' },
  /** Thrown when a series has used up the numbers of a year. */
  NUMBER_EXHAUSTED: { kind: 'CONFLICT', message: '该序列本年度发文字号已用完。' },
  /** Thrown when earlier numbers are taken over for a year in which the hub has given numbers already. */
  SERIES_ALREADY_USED: {
    kind: 'CONFLICT',
    message: '该序列当年已用至 {lastSequence} 号，不能再沿用平台启用前的字号。',
  },
  /** Thrown when a number that was released, or belongs to another document, is asked for. */
  NUMBER_TAKEN: { kind: 'CONFLICT', message: '第 {sequence} 号已被使用，已发出的字号不得再用。' },
  /** Thrown when a reserved or free number is asked for that the series does not hold. */
  NUMBER_NOT_AVAILABLE: { kind: 'CONFLICT', message: '第 {sequence} 号不是可用的预留号或空号。' },
  /** Thrown when a number is voided, reserved or reused without a reason. */
  NUMBER_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '预留、作废或再用字号须说明理由。' },
  /** Thrown when a document is numbered back in time (倒签) without a reason and a second person. */
  BACKFILL_NOT_CONFIRMED: {
    kind: 'CONFLICT',
    message: '成文日期早于本序列最近成文日期，属倒签，须说明理由并由第二人确认。',
  },

  // Text
  /** Thrown when a document has no title. */
  TITLE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写公文标题。' },
  /** Thrown when a title is longer than the limit. */
  TITLE_TOO_LONG: { kind: 'BAD_USER_INPUT', message: '标题不得超过 {limit} 字，现有 {actual} 字。' },
  /** Thrown when a document has no text. */
  BODY_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写公文正文。' },

  // Rules
  /** Thrown when a document breaks blocking rules that nobody has overridden. */
  RULES_BLOCK: { kind: 'CONFLICT', message: '公文不符合行文规则，不能继续办理：{problems}' },
  /** Thrown when a blocking rule that cannot be overridden is overridden, or a rule that was not broken. */
  OVERRIDE_NOT_POSSIBLE: { kind: 'CONFLICT', message: '规则 {ruleId} 不能放行。' },
  /** Thrown when a rule is overridden without a reason. */
  OVERRIDE_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '放行行文规则须说明理由。' },
  /** Thrown when a block is overridden and confirmed by the same person. */
  OVERRIDE_SECOND_PERSON: { kind: 'FORBIDDEN', message: '放行须由申请人以外的第二人确认。' },
  /** Thrown when more documents than last year would be issued without a written explanation. */
  ECONOMY_EXPLANATION_REQUIRED: {
    kind: 'CONFLICT',
    message: '本年发文将达 {thisYear} 件，超过上年的 {lastYear} 件，须书面说明理由。',
  },

  // Distribution
  /** Thrown when a document would be issued to nobody. */
  NO_RECIPIENTS: { kind: 'BAD_USER_INPUT', message: '分送范围为空，请先选择分送对象。' },
  /** Thrown when one organisation stands twice in a distribution. */
  RECIPIENT_TWICE: { kind: 'BAD_USER_INPUT', message: '分送范围中有重复的单位。' },
  /** Thrown when recipients joined or left since the preview the issuer confirmed. */
  RECIPIENTS_CHANGED: { kind: 'CONFLICT', message: '分送范围自预览后已有变化，请重新预览并确认。' },
  /** Thrown when a duty of feedback stands beside no kind of feedback. */
  FEEDBACK_KIND_REQUIRED: { kind: 'BAD_USER_INPUT', message: '要求反馈的公文须指明反馈方式。' },
});
