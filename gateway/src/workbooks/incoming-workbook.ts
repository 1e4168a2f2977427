import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { workbookError } from './workbook.errors';

const MIB = 1024 * 1024;
export const MAX_WORKBOOK_BYTES = 20 * MIB;

/** Keeps the bytes on the disk for as long as `use` works with them: a ZIP file is read from its end. */
export async function withIncoming<T>(body: Readable, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-workbook-'));
  try {
    const path = join(folder, 'incoming.xlsx');
    await pipeline(body, limited, createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* limited(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_WORKBOOK_BYTES) throw workbookError('WORKBOOK_TOO_LARGE', { limitMiB: MAX_WORKBOOK_BYTES / MIB });
    yield chunk;
  }
}
