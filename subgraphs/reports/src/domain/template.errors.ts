import { defineErrors } from '@hub/core';

export const templateError = defineErrors({
  /** Thrown when a report template does not exist. */
  TEMPLATE_NOT_FOUND: { kind: 'NOT_FOUND', message: '报送模板不存在。' },
  /** Thrown when a template is asked for by a version that it never had. */
  TEMPLATE_VERSION_NOT_FOUND: { kind: 'NOT_FOUND', message: '报送模板没有第 {number} 版。' },
  /** Thrown when another template in use has that name. */
  TEMPLATE_NAME_TAKEN: { kind: 'CONFLICT', message: '已有在用的报送模板“{name}”。' },
  /** Thrown when a template has no name, or a longer one than a list shows. */
  TEMPLATE_NAME_INVALID: { kind: 'BAD_USER_INPUT', message: '模板名称须为 2 至 {limit} 字。' },
  /** Thrown when the fields of a template are not in order; the details name each problem. */
  TEMPLATE_FIELDS_INVALID: { kind: 'BAD_USER_INPUT', message: '模板项目有 {count} 处不正确：{first}' },
  /** Thrown when the time a template is said to take is no number of minutes. */
  TEMPLATE_MINUTES_INVALID: { kind: 'BAD_USER_INPUT', message: '预计填报用时须为 1 至 10000 分钟。' },
  /** Thrown when a revision has the same fields, time and note as the version in use. */
  TEMPLATE_UNCHANGED: { kind: 'CONFLICT', message: '模板没有变化，无需发布新版。' },
  /** Thrown when a template that is out of use is revised or retired. */
  TEMPLATE_RETIRED: { kind: 'CONFLICT', message: '该报送模板已停用。' },
  /** Thrown when a template is retired without a reason. */
  TEMPLATE_REASON_REQUIRED: { kind: 'BAD_USER_INPUT', message: '停用模板须说明理由。' },

  // What units fill in
  /** Thrown when what was filled in does not fit the template; the details name each problem. */
  REPORT_FIELDS_INVALID: { kind: 'BAD_USER_INPUT', message: '填报内容有 {count} 处不正确：{first}' },
});
