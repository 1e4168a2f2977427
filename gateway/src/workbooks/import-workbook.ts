import type { ImportedRecord } from '@hub/core';
import { WorkbookReader } from '@hub/sheets';

import { readMark, readRecords } from './read-records';
import { RefusedRecords } from './refused-records';
import type { Asked, ImportSummary, Subject, Workbooks } from './workbooks.type';

/** A call carries as many records as these characters, and one at least. */
const CALL_CHARACTERS = 500_000;
const CALL_RECORDS = 50;

const LIMITS = { unpackedBytes: 64 * 1024 * 1024, sharedCharacters: 10_000_000, rows: 20_000 };

export interface IncomingWorkbook {
  readonly path: string;
  readonly name: string;
}

export interface ImportedWorkbook {
  readonly summary: ImportSummary;
  readonly refused: RefusedRecords;
}

/** Reads all of a file before the first record is given on: a file that cannot be read changes nothing. */
export async function importWorkbook(
  workbooks: Workbooks,
  asked: Asked,
  subject: Subject,
  { path, name }: IncomingWorkbook,
): Promise<ImportedWorkbook> {
  const { mark, records } = await readAll(path);
  const importId = await workbooks.beginImport(asked, subject, { name, mark });
  const refused = new RefusedRecords();
  for (const batch of batchesOf(records)) {
    refused.add(batch, await workbooks.importRecords(asked, importId, batch));
  }
  return { summary: await workbooks.finishImport(asked, importId), refused };
}

async function readAll(path: string) {
  const reader = await WorkbookReader.open(path, LIMITS);
  try {
    return { mark: await readMark(reader), records: await readRecords(reader) };
  } finally {
    reader.close();
  }
}

function* batchesOf(records: readonly ImportedRecord[]): Iterable<readonly ImportedRecord[]> {
  let batch: ImportedRecord[] = [];
  let characters = 0;
  for (const record of records) {
    const length = JSON.stringify(record).length;
    if (batch.length > 0 && (batch.length === CALL_RECORDS || characters + length > CALL_CHARACTERS)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(record);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}
