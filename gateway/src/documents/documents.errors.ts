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
  /** Thrown when the request names a document and sends the text of another one. */
  DOCUMENT_MISMATCH: { kind: 'BAD_USER_INPUT', message: '请求中的 query 与所给文档标识不符。' },
});
