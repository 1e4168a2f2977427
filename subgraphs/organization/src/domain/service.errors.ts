import { defineErrors } from '@hub/core';

/** Refusals about programs that read: their tokens, the documents they run, the exports they fetch. */
export const serviceError = defineErrors({
  /** Thrown when a name, purpose or note is too short or too long. */
  SERVICE_TEXT: { kind: 'BAD_USER_INPUT', message: '{label}须为 {least} 至 {most} 字。' },
  /** Thrown when a token names no document, too many, or something that cannot be one. */
  TOKEN_DOCUMENTS: { kind: 'BAD_USER_INPUT', message: '服务令牌须指定 1 至 {limit} 个可信查询。' },
  /** Thrown when a token would end in the past or in more than a year. */
  TOKEN_EXPIRY: { kind: 'BAD_USER_INPUT', message: '有效期须在今后一年之内。' },
  /** Thrown when both a unit and an organisation are named as the scope of a token. */
  TOKEN_SCOPE: { kind: 'BAD_USER_INPUT', message: '范围只能指定单位或党组织之一；都不指定为全委。' },
  /** Thrown when the unit that is named has no organisation from which its subtree could be seen. */
  TOKEN_SCOPE_NOT_FOUND: { kind: 'NOT_FOUND', message: '所指定的单位或党组织不存在。' },
  /** Thrown when a living token of the committee already has the name. */
  TOKEN_NAME_TAKEN: { kind: 'CONFLICT', message: '已有名为「{name}」的有效服务令牌。' },
  /** Thrown when a token id does not exist for this actor. */
  TOKEN_NOT_FOUND: { kind: 'NOT_FOUND', message: '服务令牌不存在。' },
  /** Thrown when a token is revoked that has expired or was revoked before. */
  TOKEN_ENDED: { kind: 'CONFLICT', message: '服务令牌已失效，无须撤销。' },
  /** Thrown when the name of a document is no GraphQL name. */
  DOCUMENT_NAME: {
    kind: 'BAD_USER_INPUT',
    message: '可信查询名称须以字母开头，由字母、数字和下划线组成，至多 64 位。',
  },
  /** Thrown when the text of a document is empty or longer than the limit. */
  DOCUMENT_TEXT: { kind: 'BAD_USER_INPUT', message: '查询文本须为 1 至 {limit} 个字符。' },
  /** Thrown when a registration did not come through a gateway, which alone can check it against the graph. */
  DOCUMENT_UNCHECKED: { kind: 'UNAVAILABLE', message: '查询未经网关核对，不能登记。' },
  /** Thrown when a document of that name already waits for approval. */
  DOCUMENT_PENDING: { kind: 'CONFLICT', message: '已有名为「{name}」的可信查询等待审批。' },
  /** Thrown when the same text is approved or waits for approval already. */
  DOCUMENT_TEXT_TAKEN: { kind: 'CONFLICT', message: '同样文本的可信查询已经登记。' },
  /** Thrown when a registration id does not exist for this actor. */
  DOCUMENT_NOT_REGISTERED: { kind: 'NOT_FOUND', message: '可信查询不存在。' },
  /** Thrown when the state of a document does not allow the act. */
  DOCUMENT_STATE: { kind: 'CONFLICT', message: '可信查询当前状态（{state}）不允许此项操作。' },
  /** Thrown when a person would export more rows than one may take alone, and no second person has agreed to it. */
  EXPORT_NEEDS_APPROVAL: {
    kind: 'FORBIDDEN',
    message: '导出行数超过单人上限，须先申请（requestExport）并由第二人批准，24 小时内使用一次。',
  },
  /** Thrown when no reason is given for a bulk export, or a long one. */
  EXPORT_REASON: { kind: 'BAD_USER_INPUT', message: '导出事由须为 2 至 500 字。' },
  /** Thrown when a request for a bulk export does not exist for this actor. */
  EXPORT_GRANT_NOT_FOUND: { kind: 'NOT_FOUND', message: '批量导出申请不存在。' },
  /** Thrown when a request for a bulk export was decided before. */
  EXPORT_GRANT_DECIDED: { kind: 'CONFLICT', message: '该批量导出申请已经审批。' },
  /** Thrown when the one who asked would also agree, or one who stands in for him. */
  EXPORT_SECOND_PERSON: { kind: 'FORBIDDEN', message: '批量导出须由申请人以外的第二人审批。' },
  /** Thrown when administrators would approve their own document: two persons decide. */
  APPROVER_IS_AUTHOR: { kind: 'FORBIDDEN', message: '不能审批自己登记的可信查询，须由另一名管理员审批。' },
});
