import { defineErrors } from '@hub/core';

export const noticeError = defineErrors({
  /** Thrown when the office has nobody either: the event is tried again, and kept with this error. */
  NOTICE_FOR_NOBODY: { kind: 'CONFLICT', message: '通知无人可送：工委办公室现无人在岗。' },
});
