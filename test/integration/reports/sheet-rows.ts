import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { WorkbookReader } from '@hub/sheets';

/** The rows of a sheet as texts, up to the last cell of each that has one. */
export async function rowsOfSheet(workbook: Buffer, name: string): Promise<(string | null)[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  try {
    const path = join(folder, 'workbook.xlsx');
    await writeFile(path, workbook);
    const reader = await WorkbookReader.open(path);
    const rows: (string | null)[][] = [];
    for await (const { cells } of reader.rows(name)) {
      const last = Math.max(...cells.keys());
      rows.push(
        Array.from({ length: last + 1 }, (_, column) => {
          const cell = cells.get(column);
          return cell && 'text' in cell ? cell.text : null;
        }),
      );
    }
    reader.close();
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}
