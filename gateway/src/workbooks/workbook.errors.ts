import { defineErrors } from '@hub/core';

export const workbookError = defineErrors({
  /** Thrown when nothing of that kind has workbooks, or the id is none. */
  WORKBOOK_NOT_FOUND: { kind: 'NOT_FOUND', message: '没有这样的工作簿。' },
  /** Thrown when a file that comes in is not the hub's own workbook, or its marks were removed. */
  WORKBOOK_FOREIGN: {
    kind: 'BAD_USER_INPUT',
    message: '这不是从系统下载的填报工作簿，或其中的标记已被删除，请重新下载后填写。',
  },
  /** Thrown when a sheet lost the hidden line that names its columns, or names one twice. */
  WORKBOOK_HEAD: {
    kind: 'BAD_USER_INPUT',
    message: '工作表“{sheet}”的表头（含隐藏的首行）已被改动，请重新下载后填写。',
  },
  /** Thrown when a file that comes in is larger than is taken. */
  WORKBOOK_TOO_LARGE: { kind: 'BAD_USER_INPUT', message: '工作簿超过 {limitMiB} MiB 的上限。' },
  /** Thrown when the file holds more text than any round of reports would. */
  WORKBOOK_TOO_LONG: { kind: 'BAD_USER_INPUT', message: '工作簿内容超过 {limit} 字，请分次导入。' },
  /** Thrown when the gateway has as many workbooks under way as it takes. */
  WORKBOOK_BUSY: { kind: 'UNAVAILABLE', message: '正在处理的工作簿较多，请稍后重试。' },
  /** Thrown when the owning subgraph could not answer. */
  WORKBOOK_FAILED: { kind: 'UNAVAILABLE', message: '处理工作簿失败，请稍后重试。' },
});
