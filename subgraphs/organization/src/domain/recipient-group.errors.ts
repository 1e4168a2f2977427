import { defineErrors } from '@hub/core';

export const recipientGroupError = defineErrors({
  /** Thrown when a group id does not exist for this actor. */
  GROUP_NOT_FOUND: { kind: 'NOT_FOUND', message: '收文分组不存在。' },
  /** Thrown when a group of the committee already has the name. */
  GROUP_NAME_TAKEN: { kind: 'CONFLICT', message: '已有名为「{name}」的收文分组。' },
  /** Thrown when a name is shorter than 2 or longer than 60 characters. */
  GROUP_NAME_INVALID: { kind: 'BAD_USER_INPUT', message: '分组名称须为 2 至 60 字，首尾不得有空格。' },
  /** Thrown when the value of a rule is missing, superfluous or names nothing that exists. */
  GROUP_RULE_VALUE: { kind: 'BAD_USER_INPUT', message: '分组规则「{rule}」的取值不正确。' },
  /** Thrown when members are given to a group whose members follow from a rule. */
  GROUP_IS_RULE: { kind: 'CONFLICT', message: '该分组的成员由规则「{rule}」自动确定，不能手工增减。' },
  /** Thrown when a member is not a living organisation of the committee, or is the work committee itself. */
  GROUP_MEMBER_INVALID: { kind: 'BAD_USER_INPUT', message: '有 {count} 个成员不是可以收文的党组织。' },
  /** Thrown when the members of a group change without a reason. */
  GROUP_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写分组成员变更的原因（200 字以内）。' },
  /** Thrown when a change of members changes nothing. */
  GROUP_UNCHANGED: { kind: 'BAD_USER_INPUT', message: '分组成员没有变化。' },
});
