import { defineErrors } from '@hub/core';

/** Why a document cannot be exported, or an export could not go on. */
export const exportError = defineErrors({
  /** Thrown when no trusted document has that name, for this actor. */
  EXPORT_NOT_FOUND: { kind: 'NOT_FOUND', message: '没有名为「{name}」的可信查询。' },
  /** Thrown when the document changes something, subscribes, or has several operations. */
  EXPORT_NOT_QUERY: { kind: 'BAD_USER_INPUT', message: '只能导出仅含一个查询操作的文档。' },
  /** Thrown when the query asks for more than one thing at its root. */
  EXPORT_ROOT: { kind: 'BAD_USER_INPUT', message: '导出的查询须恰有一个根字段。' },
  /** Thrown when the root is neither a connection with `nodes` nor a list of objects. */
  EXPORT_SHAPE: {
    kind: 'BAD_USER_INPUT',
    message: '根字段「{field}」须为分页列表（含 nodes）或对象列表，才能导出为行。',
  },
  /** Thrown when a column would hold a list. */
  EXPORT_LIST_FIELD: { kind: 'BAD_USER_INPUT', message: '列「{field}」是列表，一行放不下；请从查询中去掉。' },
  /** Thrown when a column would depend on which of several types an object has. */
  EXPORT_ABSTRACT_FIELD: { kind: 'BAD_USER_INPUT', message: '列「{field}」的类型不固定，不能导出；请从查询中去掉。' },
  /** Thrown when a column would come and go with a variable. */
  EXPORT_CONDITIONAL_FIELD: { kind: 'BAD_USER_INPUT', message: '导出的列须固定，查询中不能使用 @skip 或 @include。' },
  /** Thrown when a parameter is no variable of the document, or one that paging sets by itself. */
  EXPORT_VARIABLE_UNKNOWN: {
    kind: 'BAD_USER_INPUT',
    message: '查询没有变量「{name}」，或该变量由导出自动翻页所用，不能指定。',
  },
  /** Thrown when the text of a parameter cannot be the value of its variable. */
  EXPORT_VARIABLE_INVALID: { kind: 'BAD_USER_INPUT', message: '变量「{name}」的值不正确。' },
  /** Thrown when `format` is none of those that there are. */
  EXPORT_FORMAT: { kind: 'BAD_USER_INPUT', message: '导出格式只能是 csv、ndjson 或 xlsx。' },
  /** Thrown when a file of that format cannot hold all rows. */
  EXPORT_NO_ROOM: {
    kind: 'BAD_USER_INPUT',
    message: '行数超过 {format} 文件所能容纳的 {limit} 行，请缩小范围，或导出为 csv。',
  },
  /** Thrown when the body of a POST is not `{"variables": {…}}`. */
  EXPORT_BODY: { kind: 'BAD_USER_INPUT', message: '请求体须为 JSON 对象，查询变量放在 variables 中。' },
  /** Thrown when the gateway has as many exports under way as it takes. */
  EXPORT_BUSY: { kind: 'UNAVAILABLE', message: '正在进行的导出较多，请稍后重试。' },
  /** Thrown when the acting post or the document became another one between two pages. */
  EXPORT_CHANGED: { kind: 'CONFLICT', message: '导出期间岗位或查询已变更，请重新导出。' },
  /** Thrown when rows came to more than a person may take alone after they were counted. */
  EXPORT_NEEDS_APPROVAL: { kind: 'FORBIDDEN', message: '导出行数超过单人上限，须先申请并由第二人批准。' },
  /** Thrown when the hub could not answer a page. */
  EXPORT_FAILED: { kind: 'UNAVAILABLE', message: '取数失败，请稍后重试。' },
});
