export { writePaper } from './docx/write-paper';
export { DEFAULT_SHEET_LIMITS, SHEET_ROWS, type SheetLimits } from './limits';
export { sheetError } from './sheet.errors';
export type { CellRange, ReadCell, ReadRow } from './xlsx/cell';
export type { CellFormat, SheetCells, SheetColumn, SheetRow, WrittenSheet } from './xlsx/sheet.type';
export { sheetNames } from './xlsx/sheet-names';
export { WorkbookReader } from './xlsx/workbook-reader';
export { writeWorkbook } from './xlsx/write-workbook';
