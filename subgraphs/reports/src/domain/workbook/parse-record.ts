import { CELL_FAULTS, type ImportedCell, type ImportedRecord, type ImportedRow } from '@hub/core';

import { workbookError } from './workbook.errors';

/** A record as the gateway sends it. */
export function parseRecord(json: string): ImportedRecord {
  const record: unknown = JSON.parse(json);
  if (!isRecord(record)) throw workbookError('IMPORT_RECORD_BROKEN');
  return record;
}

const FAULTS: readonly unknown[] = CELL_FAULTS;

const isRecord = (value: unknown): value is ImportedRecord =>
  isObject(value) && typeof value.no === 'string' && Array.isArray(value.rows) && value.rows.every(isRow);

const isRow = (value: unknown): value is ImportedRow =>
  isObject(value) &&
  typeof value.sheet === 'string' &&
  typeof value.sheetName === 'string' &&
  Number.isInteger(value.number) &&
  isObject(value.cells) &&
  Object.values(value.cells).every(isCell);

const isCell = (value: unknown): value is ImportedCell =>
  typeof value === 'string' || (isObject(value) && FAULTS.includes(value.fault));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
