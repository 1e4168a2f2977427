import { defineErrors } from '@hub/core';

export const fileError = defineErrors({
  /** Thrown when an upload carries no file part, or a raw body without a name. */
  FILE_REQUIRED: { kind: 'BAD_USER_INPUT', message: '请选择要上传的文件，并提供文件名。' },
  /** Thrown when `purpose` is missing or not of the form `subgraph.kind`. */
  FILE_PURPOSE_INVALID: { kind: 'BAD_USER_INPUT', message: '文件用途 purpose 缺失或写法不对（须在文件之前给出）。' },
  /** Thrown when `targetId` is missing or no id. */
  FILE_TARGET_INVALID: { kind: 'BAD_USER_INPUT', message: '所属记录 targetId 缺失或写法不对（须在文件之前给出）。' },
  /** Thrown when a multipart form is malformed, has more than one file, or too many or too long fields. */
  UPLOAD_FORM_INVALID: { kind: 'BAD_USER_INPUT', message: '上传表单不正确：一次只能上传一个文件。' },
  /** Thrown when the connection or the form ends before the file does. */
  UPLOAD_INCOMPLETE: { kind: 'BAD_USER_INPUT', message: '文件没有传完，请重新上传。' },
  /** Thrown when an upload falls silent. */
  UPLOAD_TIMEOUT: { kind: 'BAD_USER_INPUT', message: '上传长时间没有进展，已停止，请重新上传。' },
  /** Thrown when a file has no bytes. */
  FILE_EMPTY: { kind: 'BAD_USER_INPUT', message: '文件是空的（0 字节）。' },
  /** Thrown when a file is larger than the store takes. */
  FILE_TOO_LARGE: { kind: 'BAD_USER_INPUT', message: '文件超过 {limitMiB} MiB 的上限。' },
  /** Thrown when neither the name nor the content is of a type the hub keeps. */
  FILE_TYPE_REFUSED: {
    kind: 'BAD_USER_INPUT',
    message: '不接受这种文件，只接受 {accepted}，且不得含宏。',
  },
  /** Thrown when the content is another type than the name says. */
  FILE_TYPE_MISMATCH: { kind: 'BAD_USER_INPUT', message: '文件内容是 {actual}，与文件名的后缀不符。' },
  /** Thrown when a recorded file is not in the store: a fault of the installation. */
  FILE_MISSING: { kind: 'UNAVAILABLE', message: '文件暂时无法读取，请联系管理员。' },
});
