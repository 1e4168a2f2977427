import { defineErrors } from '@hub/core';

/** Refusals of documents, before anything of them is parsed. */
export const documentError = defineErrors({
  /** Thrown when no registry has a document of that id. */
  DOCUMENT_UNKNOWN: { kind: 'BAD_USER_INPUT', message: '没有登记这一操作文档，请核对 documentId。' },
  /** Thrown when only registered documents run and this text is none of them. */
  DOCUMENT_NOT_TRUSTED: {
    kind: 'FORBIDDEN',
    message: '只执行已登记的操作文档：请改用 documentId，或先登记此操作。',
  },
  /** Thrown when a service token asks for what it was not given, known or not. */
  DOCUMENT_NOT_IN_SCOPE: { kind: 'FORBIDDEN', message: '服务令牌只能执行其绑定的可信查询。' },
  /** Thrown when a service token would run, or be bound to, a document that changes something. */
  DOCUMENT_NOT_READ_ONLY: { kind: 'FORBIDDEN', message: '服务令牌只能读取数据，不能绑定或执行变更操作。' },
  /** Thrown when a text to be registered is no GraphQL, or asks for what the graph does not have. */
  DOCUMENT_INVALID: { kind: 'BAD_USER_INPUT', message: '查询文本不正确：{faults}' },
  /** Thrown when a text to be registered is anything but one query. */
  DOCUMENT_NOT_QUERY: { kind: 'BAD_USER_INPUT', message: '查询文本须恰含一个查询操作。' },
  /** Thrown when the operation has another name than the document is registered under. */
  DOCUMENT_NAME_MISMATCH: { kind: 'BAD_USER_INPUT', message: '查询操作须与登记名称一致：query {name}。' },
  /** Thrown when a document of the product has the name. */
  DOCUMENT_NAME_RESERVED: { kind: 'CONFLICT', message: '名称「{name}」已用于系统自带的可信查询。' },
  /** Thrown when one run would cost more than a program may ask. */
  DOCUMENT_TOO_COSTLY: { kind: 'BAD_USER_INPUT', message: '查询开销（{cost}）超过上限 {limit}，请减少嵌套的列表。' },
  /** Thrown when a token would be bound to a document that is not registered. */
  DOCUMENT_NOT_REGISTERED: { kind: 'BAD_USER_INPUT', message: '没有登记可信查询「{ref}」。' },
  /** Thrown when the request names a document and sends the text of another one. */
  DOCUMENT_MISMATCH: { kind: 'BAD_USER_INPUT', message: '请求中的 query 与所给文档标识不符。' },
});
