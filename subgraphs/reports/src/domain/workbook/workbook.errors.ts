import { defineErrors } from '@hub/core';

export const workbookError = defineErrors({
  /** Thrown when a task, or an import, does not exist for the actor. */
  WORKBOOK_SUBJECT_NOT_FOUND: { kind: 'NOT_FOUND', message: '报送任务或导入记录不存在。' },
  /** Thrown when a sheet is asked for that the workbook does not have. */
  WORKBOOK_SHEET_NOT_FOUND: { kind: 'NOT_FOUND', message: '工作簿没有这张工作表。' },
  /** Thrown when a workbook comes in that was made for another task, or by no hub. */
  WORKBOOK_OF_ANOTHER_TASK: { kind: 'BAD_USER_INPUT', message: '该工作簿不是本任务的，请从本任务重新下载后填写。' },
  /** Thrown when the task asks by another version of its template than the workbook has. */
  WORKBOOK_VERSION_GONE: {
    kind: 'CONFLICT',
    message: '工作簿按模板第 {given} 版制作，任务现用第 {current} 版，请重新下载后填写。',
  },
  /** Thrown when records come for an import that is over, or of another unit. */
  IMPORT_NOT_FOUND: { kind: 'NOT_FOUND', message: '导入记录不存在，或已结束。' },
  /** Thrown when somebody goes on with what another person began. */
  IMPORT_OF_ANOTHER: { kind: 'FORBIDDEN', message: '该导入由他人发起，不能继续。' },
  /** Thrown when records come that no gateway of ours sends. */
  IMPORT_RECORD_BROKEN: { kind: 'BAD_USER_INPUT', message: '导入内容的格式不正确。' },
});
