import { defineErrors } from '@hub/core';

export const attachmentError = defineErrors({
  /** Thrown when no attachment of that id exists for the actor. */
  ATTACHMENT_NOT_FOUND: { kind: 'NOT_FOUND', message: '附件不存在，或不在您的工作范围内。' },
  /** Thrown when a file is uploaded for something that has no files. */
  ATTACHMENT_PURPOSE: { kind: 'BAD_USER_INPUT', message: '附件用途“{purpose}”不存在。' },
  /** Thrown when a download link is forged, too old, or used in another session. */
  DOWNLOAD_LINK_INVALID: { kind: 'FORBIDDEN', message: '下载链接无效或已过期，请重新获取。' },
});
