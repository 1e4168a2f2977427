import { defineErrors } from '@hub/core';

/** Details never carry a value of level 3 or 4: errors are shown, logged and counted. */
export const memberError = defineErrors({
  /** Thrown when a member id does not exist for this actor. */
  MEMBER_NOT_FOUND: { kind: 'NOT_FOUND', message: '党员不存在。' },
  /** Thrown when a living membership of the committee already has the id number, whichever unit keeps it. */
  MEMBER_REGISTERED: {
    kind: 'CONFLICT',
    message: '该公民身份号码已有在册党员，每名党员只编入一个支部；请核对，或由工委办理转接。',
  },
  /** Thrown when somebody changes a membership that is over. */
  MEMBER_ENDED: { kind: 'CONFLICT', message: '该党员已不在册，不能再变更。' },
  /** Thrown when the check character, the birth date or the form of an id number is wrong. */
  ID_NUMBER_INVALID: { kind: 'BAD_USER_INPUT', message: '公民身份号码有误，请核对。' },
  /** Thrown when the birth date or the sex is another than the id number says. */
  ID_NUMBER_DISAGREES: { kind: 'BAD_USER_INPUT', message: '{field}与公民身份号码不一致，请核对。' },
  /** Thrown when a name is empty or longer than 50 characters. */
  MEMBER_NAME_INVALID: { kind: 'BAD_USER_INPUT', message: '姓名须为 1 至 50 字，首尾不得有空格。' },
  /** Thrown when a people is none of the 56. */
  ETHNICITY_UNKNOWN: { kind: 'BAD_USER_INPUT', message: '民族名称有误，应为国家标准名称，例如「汉族」。' },
  /** Thrown when a telephone number is none. */
  PHONE_INVALID: { kind: 'BAD_USER_INPUT', message: '电话号码有误：手机为 11 位，固定电话为区号加号码。' },
  /** Thrown when somebody would have joined before turning 18 (党章 Art 1). */
  JOINED_UNDER_AGE: { kind: 'BAD_USER_INPUT', message: '入党时须年满十八周岁，请核对出生日期与入党日期。' },
  /** Thrown when a date of the membership lies in the future. */
  MEMBER_DATE_FUTURE: { kind: 'BAD_USER_INPUT', message: '{field}不得晚于今日。' },
  /** Thrown when the date of confirmation is missing for a full member, or given for a probationary one. */
  CONFIRMATION_DATE: { kind: 'BAD_USER_INPUT', message: '正式党员须填写转正日期，预备党员不填写。' },
  /** Thrown when the probation was shorter than a year (党章 Art 7; joined since August 1977). */
  PROBATION_TOO_SHORT: { kind: 'BAD_USER_INPUT', message: '预备期为一年：转正日期不得早于 {earliest}。' },
  /** Thrown when the organisation has no members of its own: a 党组, a 党小组, a committee, a temporary branch. */
  BRANCH_REQUIRED: { kind: 'BAD_USER_INPUT', message: '党员须编入支部，「{kind}」不编入党员。' },
  /** Thrown when a member is transferred to the branch he is in. */
  BRANCH_UNCHANGED: { kind: 'BAD_USER_INPUT', message: '该党员已在此支部。' },
  /** Thrown when a membership would end before it began. */
  MEMBER_END_DATE: { kind: 'BAD_USER_INPUT', message: '离册日期不得早于入党日期，也不得晚于今日。' },
  /** Thrown when an exit that somebody must decide is recorded without the decision (党章 Art 9; DOMAIN X8). */
  MEMBER_DECISION_REQUIRED: { kind: 'BAD_USER_INPUT', message: '「{exit}」须写明支部大会决议和上级批准文号。' },
  /** Thrown when an exit is recorded that the kind of membership does not have. */
  MEMBER_EXIT_KIND: { kind: 'BAD_USER_INPUT', message: '「{exit}」不适用于该党员的人员类别。' },
  /** Thrown when the purpose of a reveal is too short, too long, or nothing but signs. */
  PURPOSE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '查看敏感信息须写明用途，3 至 200 字。' },
  /** Thrown when a text that is kept in the clear holds an id number. */
  TEXT_HOLDS_ID_NUMBER: { kind: 'BAD_USER_INPUT', message: '文字中不得出现公民身份号码，请改写。' },
  /** Thrown when nothing is asked for. */
  FIELDS_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请选择要查看的项目。' },
  /** Thrown when an account has looked at, or for, sensitive values as often as a day allows. */
  REVEAL_LIMIT: { kind: 'FORBIDDEN', message: '今日查看、查找敏感信息已达 {limit} 次上限，请明日再办或由他人办理。' },
});
