import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { SHEET_ROWS, WorkbookReader } from '@hub/sheets';

const UNPACKED_BYTES = 8 * 2 ** 30;

/** Rows with content in the first sheet of a workbook that comes, the titles among them. */
export async function countSheetRows(workbook: Readable): Promise<{ lines: number; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'));
  try {
    const path = join(folder, 'rows.xlsx');
    await pipeline(workbook, createWriteStream(path));
    const reader = await WorkbookReader.open(path, { rows: SHEET_ROWS, unpackedBytes: UNPACKED_BYTES });
    let lines = 0;
    for await (const _ of reader.rows(reader.sheetNames[0] ?? '')) lines += 1;
    reader.close();
    return { lines, bytes: (await stat(path)).size };
  } finally {
    await rm(folder, { recursive: true });
  }
}
