import { defineErrors } from '@hub/core';

export const reportTaskError = defineErrors({
  // Periods 所属期
  /** Thrown for a period that is not in any calendar: a thirteenth month, a fifth quarter. */
  PERIOD_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '所属期“{periodKey}”不存在，应为 2026-10、2026Q3、2026H1 或 2026。',
  },
  /** Thrown when a monthly report is asked for a quarter, and the like. */
  PERIOD_KIND_MISMATCH: {
    kind: 'BAD_USER_INPUT',
    message: '{kindName}的所属期应为{cadenceName}，不能是“{periodKey}”。',
  },

  // Due dates 截止日期
  /** Thrown when a kind without a usual date is asked for without one. */
  DUE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请填写报送截止日期：{kindName}没有固定的报送时间。' },
  /** Thrown when a due date is over. */
  DUE_PAST: { kind: 'BAD_USER_INPUT', message: '报送截止日期 {dueOn} 已过，请另定一个以后的日期。' },
  /** Thrown when time is granted until a day that is not later than the one that stands. */
  DUE_NOT_LATER: { kind: 'BAD_USER_INPUT', message: '延期后的日期须晚于现有截止日期 {current}。' },
  /** Thrown for a rule that no calendar can follow. */
  DUE_RULE_INVALID: { kind: 'BAD_USER_INPUT', message: '报送时间规则不正确：{problem}。' },

  // Tasks 报送任务
  /** Thrown when a task does not exist for the actor. */
  TASK_NOT_FOUND: { kind: 'NOT_FOUND', message: '报送任务不存在。' },
  /** Thrown when a text of a task or plan is missing, too long, or has what cannot be seen in it. */
  TASK_FORM: { kind: 'BAD_USER_INPUT', message: '报送任务填写不正确：{problem}。' },
  /** Thrown when an audience names nobody, somebody twice, or somebody the directory does not know. */
  TASK_AUDIENCE_FORM: { kind: 'BAD_USER_INPUT', message: '报送范围不正确：{problem}。' },
  /** Thrown when a kind that units send of their own accord is asked for. */
  TASK_KIND_SPONTANEOUS: { kind: 'BAD_USER_INPUT', message: '{kindName}由单位随时报送，不能下达任务。' },
  /** Thrown when a task is opened with a version of a template that is not the current one, or with a retired template. */
  TEMPLATE_VERSION_GONE: { kind: 'CONFLICT', message: '模板不存在、已停用或已有新版本，请重新选择。' },
  /** Thrown when a template of one kind is used for another. */
  TEMPLATE_KIND_MISMATCH: { kind: 'BAD_USER_INPUT', message: '模板用于{templateKindName}，不能用于{kindName}。' },
  /** Thrown when a task is born from a paper that this hub has not issued. */
  DOCUMENT_NOT_ISSUED: { kind: 'BAD_USER_INPUT', message: '所依据的公文不存在或尚未发出。' },
  /** Thrown when everybody who would be asked has answered the paper, and the office has accepted it. */
  PAPER_ANSWERED: { kind: 'CONFLICT', message: '所列党组织对该公文的反馈均已采纳，无需另行报送。' },
  /** Thrown when a task asks for what the hub holds, or another task asks for, and no reason is given. */
  ASKED_TWICE: {
    kind: 'CONFLICT',
    message: '有 {count} 项内容平台已有或其他任务已在要求（{names}）。确需再报的，请说明理由。',
  },
  /** Thrown when something is done to a task that waits. */
  TASK_PAUSED: { kind: 'CONFLICT', message: '该报送任务已暂停。' },
  /** Thrown when something is done to a task that is over. */
  TASK_CLOSED: { kind: 'CONFLICT', message: '该报送任务已结束。' },
  /** Thrown when a task goes on that never stopped. */
  TASK_NOT_PAUSED: { kind: 'CONFLICT', message: '该报送任务没有暂停。' },
  /** Thrown when a task is paused or moved, or time granted, without a word why. */
  TASK_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请说明理由。' },
  /** Thrown when a task is closed while reports are missing and no reason is given. */
  REPORTS_MISSING: {
    kind: 'CONFLICT',
    message: '尚有 {missing} 个单位未报送、{returned} 件退回后未重报。确需结束的，请说明理由。',
  },
  /** Thrown when time is granted for a report that is not awaited: handed in, settled, or of nobody any more. */
  REPORT_NOT_AWAITED: { kind: 'CONFLICT', message: '该报送已提交或无需再报，不能延期。' },

  // Plans 定期任务
  /** Thrown when a plan does not exist. */
  PLAN_NOT_FOUND: { kind: 'NOT_FOUND', message: '定期任务不存在。' },
  /** Thrown when a kind that has no pace of its own, or another one, is planned. */
  PLAN_CADENCE_MISMATCH: { kind: 'BAD_USER_INPUT', message: '{kindName}不能按{cadenceName}定期下达。' },
  /** Thrown when the length of the periods is not said for a kind that has none of its own. */
  PLAN_CADENCE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请选择下达周期：{kindName}没有固定的周期。' },
  /** Thrown when a plan would begin before the period that was over last. */
  PLAN_PERIOD_PAST: { kind: 'BAD_USER_INPUT', message: '起始所属期“{periodKey}”过早，最早为“{earliest}”。' },
  /** Thrown when a plan is paused that waits already. */
  PLAN_PAUSED: { kind: 'CONFLICT', message: '该定期任务已暂停。' },
  /** Thrown when a plan goes on that never stopped. */
  PLAN_NOT_PAUSED: { kind: 'CONFLICT', message: '该定期任务没有暂停。' },
  /** Thrown when something is done to a plan that is over. */
  PLAN_ENDED: { kind: 'CONFLICT', message: '该定期任务已终止。' },
});
