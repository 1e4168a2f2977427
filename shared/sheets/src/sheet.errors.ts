import { defineErrors } from '@hub/core';

/** Why a file is not read as a workbook. */
export const sheetError = defineErrors({
  /** Thrown when it is no ZIP file, one of its parts is cut off or missing, or a part is not sound XML. */
  SHEET_BROKEN: { kind: 'BAD_USER_INPUT', message: '文件不是完好的 xlsx 工作簿，请用办公软件打开并另存后重试。' },
  /** Thrown when it would unpack to more than is read, whatever it says of itself, or has too many parts. */
  SHEET_TOO_LARGE: {
    kind: 'BAD_USER_INPUT',
    message: '工作簿解压后过大（上限 {limitMiB} MiB、{limitParts} 个部件）。',
  },
  /** Thrown when the sheets have more rows with content than the reader takes. */
  SHEET_TOO_MANY_ROWS: { kind: 'BAD_USER_INPUT', message: '工作簿超过 {limit} 行，请核对后分次导入。' },
  /** Thrown when a cell with content lies beyond the last column that is read. */
  SHEET_TOO_MANY_COLUMNS: { kind: 'BAD_USER_INPUT', message: '工作表“{sheet}”超过 {limit} 列。' },
  /** Thrown when a part is encrypted, or packed in a way that is not read. */
  SHEET_ENCRYPTED: { kind: 'BAD_USER_INPUT', message: '工作簿设有打开密码或用了不支持的压缩方式，请另存为普通 xlsx。' },
});
