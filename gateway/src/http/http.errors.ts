import { defineErrors } from '@hub/core';

/** Refusals of the HTTP layer, before any operation runs. */
export const httpError = defineErrors({
  /** Thrown when what comes over the connection is not HTTP, or can be read in two ways. */
  REQUEST_MALFORMED: { kind: 'BAD_USER_INPUT', message: '请求不符合 HTTP 格式。' },
  /** Thrown when address and headers are longer than the limit. */
  HEAD_TOO_LARGE: { kind: 'BAD_USER_INPUT', message: '请求地址或请求头过长。' },
  /** Thrown when the headers do not arrive in time. */
  HEAD_TIMEOUT: { kind: 'BAD_USER_INPUT', message: '请求头未在规定时间内传完。' },
  /** Thrown when no route has this path. */
  ROUTE_NOT_FOUND: { kind: 'NOT_FOUND', message: '没有这个地址。' },
  /** Thrown when the route exists, but not for this method. */
  METHOD_NOT_ALLOWED: { kind: 'BAD_USER_INPUT', message: '此地址不接受 {method} 请求。' },
  /** Thrown when the client accepts neither media type of a GraphQL answer. */
  NOT_ACCEPTABLE: {
    kind: 'BAD_USER_INPUT',
    message: '只能以 application/json 或 application/graphql-response+json 回答，请检查 Accept 请求头。',
  },
  /** Thrown when a body is not `application/json` in UTF-8, or is compressed. */
  CONTENT_TYPE_REFUSED: { kind: 'BAD_USER_INPUT', message: '请求体须为未压缩的 UTF-8 编码 application/json。' },
  /** Thrown when a body is longer than the limit. */
  BODY_TOO_LARGE: { kind: 'BAD_USER_INPUT', message: '请求体超过 {limit} 字节的上限。' },
  /** Thrown when a body does not arrive in time. */
  BODY_TIMEOUT: { kind: 'BAD_USER_INPUT', message: '请求体未在规定时间内传完。' },
  /** Thrown when the connection ends before the body does. */
  BODY_INCOMPLETE: { kind: 'BAD_USER_INPUT', message: '请求体不完整。' },
  /** Thrown when the body is not JSON text in UTF-8. */
  BODY_NOT_JSON: { kind: 'BAD_USER_INPUT', message: '请求体不是有效的 JSON。' },
  /** Thrown when the body is JSON, but not an object. */
  BODY_NOT_OBJECT: { kind: 'BAD_USER_INPUT', message: '请求体须为 JSON 对象。' },
  /** Thrown when several operations come in one array. */
  BATCH_REFUSED: { kind: 'BAD_USER_INPUT', message: '不支持批量请求，请逐个发送操作。' },
  /** Thrown when `query` is not a string, or is missing and nothing names a document. */
  QUERY_INVALID: { kind: 'BAD_USER_INPUT', message: '参数 query 须为非空字符串。' },
  /** Thrown when `documentId`, or `extensions.persistedQuery.sha256Hash`, is not a string. */
  DOCUMENT_ID_INVALID: { kind: 'BAD_USER_INPUT', message: '参数 documentId 须为字符串。' },
  /** Thrown when `operationName` is neither a string nor null. */
  OPERATION_NAME_INVALID: { kind: 'BAD_USER_INPUT', message: '参数 operationName 须为字符串或 null。' },
  /** Thrown when `variables` is neither an object nor null. */
  VARIABLES_INVALID: { kind: 'BAD_USER_INPUT', message: '参数 variables 须为 JSON 对象或 null。' },
  /** Thrown when `variables` is nested deeper than any input of the graph. */
  VARIABLES_TOO_DEEP: { kind: 'BAD_USER_INPUT', message: '参数 variables 的嵌套超过 {limit} 层。' },
  /** Thrown when `extensions` is neither an object nor null. */
  EXTENSIONS_INVALID: { kind: 'BAD_USER_INPUT', message: '参数 extensions 须为 JSON 对象或 null。' },
  /** Thrown when a GET request names a parameter twice. */
  PARAMETER_REPEATED: { kind: 'BAD_USER_INPUT', message: '参数 {name} 重复出现。' },
  /** Thrown when an `Idempotency-Key` is not 1 to 128 visible ASCII characters. */
  IDEMPOTENCY_KEY_INVALID: {
    kind: 'BAD_USER_INPUT',
    message: '请求头 Idempotency-Key 须为 1 至 128 个可见 ASCII 字符。',
  },
});
