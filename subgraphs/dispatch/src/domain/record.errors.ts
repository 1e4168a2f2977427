import { defineErrors } from '@hub/core';

/** Records of the office that cannot be found or cannot be used as asked. */
export const recordError = defineErrors({
  /** Thrown when no document of that id exists for the actor. */
  DOCUMENT_NOT_FOUND: { kind: 'NOT_FOUND', message: '公文不存在，或不在您的工作范围内。' },
  /** Thrown when no number series of that id exists. */
  SERIES_NOT_FOUND: { kind: 'NOT_FOUND', message: '发文号序列不存在。' },
  /** Thrown when a document is drafted in a series that is no longer used. */
  SERIES_INACTIVE: { kind: 'CONFLICT', message: '发文号序列“{prefix}”已停用。' },
  /** Thrown when a second series of one committee would have the same 机关代字. */
  SERIES_PREFIX_TAKEN: { kind: 'CONFLICT', message: '机关代字“{prefix}”已有发文号序列。' },
  /** Thrown when a 机关代字 could not stand in a document number. */
  SERIES_PREFIX_FORM: { kind: 'BAD_USER_INPUT', message: '机关代字须为 2 至 12 个汉字。' },
  /** Thrown when the organisation that would issue, or receive, is unknown or dissolved. */
  ORGANIZATION_NOT_FOUND: { kind: 'BAD_USER_INPUT', message: '分送范围中有不存在或已撤销的党组织。' },
  /** Thrown when a recipient group is not known. */
  GROUP_NOT_FOUND: { kind: 'BAD_USER_INPUT', message: '分送范围中有不存在的分组。' },
  /** Thrown when no override of that id waits on the document. */
  OVERRIDE_NOT_FOUND: { kind: 'NOT_FOUND', message: '没有待确认的放行申请。' },
  /** Thrown when the same finding is asked to be let pass twice. */
  OVERRIDE_EXISTS: { kind: 'CONFLICT', message: '该问题已申请放行。' },
  /** Thrown when a draft is submitted without the drafter's 非涉密承诺. */
  PLEDGE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请作出非涉密承诺后再提交。' },
  /** Thrown when the step that reviews a paper for secrecy is done without saying so. */
  SECRECY_REVIEW_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请完成保密审查后再继续办理。' },
  /** Thrown when the paper prints another number than the one it is registered under. */
  PRINTED_NUMBER_DIFFERS: {
    kind: 'CONFLICT',
    message: '正文所印发文字号为“{printed}”，与登记的“{assigned}”不一致，请退回修改。',
  },
  /** Thrown when a number of another series or year is asked for. */
  NUMBER_OF_OTHER_SERIES: { kind: 'BAD_USER_INPUT', message: '“{number}”不属于本序列本年度。' },
  /** Thrown when a number is voided that the paper does not hold, or under which its text is frozen. */
  NUMBER_NOT_VOIDABLE: { kind: 'CONFLICT', message: '公文没有可作废的字号；已登记的公文请先退回。' },
  /** Thrown when more numbers are reserved at once than an office can explain. */
  RESERVE_COUNT: { kind: 'BAD_USER_INPUT', message: '一次预留的字号须为 1 至 {limit} 个。' },
  /** Thrown when a document is dated after the day on which it is signed. */
  WRITTEN_IN_FUTURE: { kind: 'BAD_USER_INPUT', message: '成文日期不得晚于签发当日。' },
  /** Thrown when the same organisation or group is listed twice, or an external body has no name. */
  AUDIENCE_FORM: { kind: 'BAD_USER_INPUT', message: '分送范围填写有误：{problem}。' },
  /** Thrown when a paper is revoked or abolished without deciding body and basis document. */
  ENDING_BASIS_REQUIRED: { kind: 'BAD_USER_INPUT', message: '撤销或废止须写明决定机关和依据文件。' },
});
