import { defineErrors } from '@hub/core';

export const structureError = defineErrors({
  /** Thrown when a unit id does not exist for this actor. */
  UNIT_NOT_FOUND: { kind: 'NOT_FOUND', message: '单位不存在。' },
  /** Thrown when an organisation id does not exist for this actor. */
  ORGANIZATION_NOT_FOUND: { kind: 'NOT_FOUND', message: '党组织不存在。' },
  /** Thrown when a unit that is dissolved should change or take something in. */
  UNIT_DISSOLVED: { kind: 'CONFLICT', message: '单位「{name}」已撤销，不能再变更。' },
  /** Thrown when an organisation that is dissolved should change or take something in. */
  ORGANIZATION_DISSOLVED: { kind: 'CONFLICT', message: '党组织「{name}」已撤销，不能再变更。' },
  /** Thrown when an act needs an active organisation and it is suspended, or the other way round. */
  ORGANIZATION_STATUS: { kind: 'CONFLICT', message: '党组织「{name}」当前状态不允许此项变更。' },
  /** Thrown when a living unit of the committee already has the name: printed addressee lines would be ambiguous. */
  UNIT_NAME_TAKEN: { kind: 'CONFLICT', message: '已有名为「{name}」的单位。' },
  /** Thrown when a name is empty, too long or has spaces at its ends. */
  NAME_INVALID: { kind: 'BAD_USER_INPUT', message: '名称须为 2 至 {limit} 字，首尾不得有空格。' },
  /** Thrown when a rename brings the name there already is. */
  NAME_UNCHANGED: { kind: 'BAD_USER_INPUT', message: '新名称与现名称相同。' },

  // Changes (DOMAIN 1.6)
  /** Thrown when a change is recorded without the number or date of the decision behind it. */
  DECISION_REQUIRED: { kind: 'BAD_USER_INPUT', message: '「{change}」须填写批复文号和批复日期。' },
  /** Thrown when a decision is dated after the change it decides. */
  DECISION_AFTER_EFFECT: { kind: 'BAD_USER_INPUT', message: '批复日期不得晚于生效日期。' },
  /** Thrown when a change would take effect before the object, or its present form, began. */
  EFFECTIVE_DATE_TOO_EARLY: { kind: 'BAD_USER_INPUT', message: '生效日期不得早于 {earliest}。' },
  /** Thrown when a change is recorded before the day it takes effect: the hub shows what is, not what is planned. */
  EFFECTIVE_DATE_FUTURE: { kind: 'BAD_USER_INPUT', message: '生效日期尚未到来，请在生效当日或之后登记。' },
  /** Thrown when the number of successors does not fit the kind of change. */
  SUCCESSORS_INVALID: { kind: 'BAD_USER_INPUT', message: '「{change}」的承接对象不符合要求：{expected}。' },
  /** Thrown when an object is named as its own successor. */
  SUCCESSOR_IS_SELF: { kind: 'BAD_USER_INPUT', message: '承接对象不能是其自身。' },
  /** Thrown when a unit with living organisations is dissolved. */
  UNIT_HAS_ORGANIZATIONS: {
    kind: 'CONFLICT',
    message: '单位名下尚有 {count} 个党组织，请先调整或撤销党组织，再撤销单位。',
  },
  /** Thrown when an organisation with living subordinates is dissolved or suspended. */
  ORGANIZATION_HAS_CHILDREN: { kind: 'CONFLICT', message: '该党组织尚有 {count} 个下级党组织，不能撤销。' },
  /** Thrown when an organisation with reported members is dissolved and nobody takes them over. */
  MEMBERS_WITHOUT_SUCCESSOR: {
    kind: 'CONFLICT',
    message: '该党组织尚有 {members} 名党员，撤销时须指明承接党组织（支部条例第七条）。',
  },
  /** Thrown when an organisation is dissolved in which members are registered. */
  MEMBERS_REMAIN: { kind: 'CONFLICT', message: '该党组织尚有在册党员，请先转接其组织关系，再行撤销。' },
  /** Thrown when an organisation that is moved between units does not belong to the unit that is split. */
  ORGANIZATION_OF_OTHER_UNIT: { kind: 'BAD_USER_INPUT', message: '党组织「{name}」不属于被分设的单位。' },
  /** Thrown when the kind of change the caller names is not the one the new kind makes, or none is possible. */
  KIND_CHANGE_NOT_POSSIBLE: { kind: 'BAD_USER_INPUT', message: '「{from}」不能改设为「{to}」。' },
  /** Thrown when the work committee itself should be created, moved, suspended or dissolved in the hub. */
  WORK_COMMITTEE_FIXED: { kind: 'CONFLICT', message: '工委由市委设立，不能在平台内新设、调整或撤销。' },

  // Edges
  /** Thrown when an organisation is affiliated to a kind it cannot be affiliated to, or to none. */
  AFFILIATION_KIND: { kind: 'BAD_USER_INPUT', message: '「{kind}」不能隶属于「{parent}」。' },
  /** Thrown when an organisation would come to be affiliated to itself or to one of its subordinates. */
  AFFILIATION_CYCLE: { kind: 'CONFLICT', message: '不能隶属于自身或自身的下级党组织。' },
  /** Thrown when an organisation of one kind cannot be guided by that other one. */
  GUIDANCE_KIND: { kind: 'BAD_USER_INPUT', message: '「{kind}」不能由「{guide}」指导。' },
  /** Thrown when a leadership body would guide an organisation of another department (机关条例: the department's own). */
  GUIDANCE_OTHER_UNIT: { kind: 'BAD_USER_INPUT', message: '党组（党委）只指导本单位的机关党组织。' },

  // Reported numbers
  /** Thrown when numbers are reported for a kind that has no members. */
  KIND_WITHOUT_MEMBERS: { kind: 'BAD_USER_INPUT', message: '「{kind}」不单独统计党员人数。' },
  /** Thrown when a reported number is negative, not an integer or beyond reason. */
  MEMBER_COUNT_INVALID: { kind: 'BAD_USER_INPUT', message: '党员人数须为 0 至 {limit} 的整数。' },
  /** Thrown when numbers are dated in the future or before the ones they replace. */
  MEMBER_COUNT_DATE: { kind: 'BAD_USER_INPUT', message: '人数统计日期不得晚于今日，也不得早于上次统计日期。' },
});
