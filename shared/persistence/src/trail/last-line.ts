import { open } from 'node:fs/promises';

const FIRST_LOOK = 4_096;

/** The last whole line of a file that begins so, looked for from its end; null when there is none. */
export async function lastLine(path: string, beginning: string): Promise<string | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    for (let look = Math.min(FIRST_LOOK, size); ; look = Math.min(look * 8, size)) {
      const bytes = Buffer.alloc(look);
      await handle.read(bytes, 0, look, size - look);
      // What stands before the first end of a line may be the rest of one; what stands behind the last may be torn.
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .slice(look < size ? 1 : 0, -1);
      const found = lines.findLast((line) => line.startsWith(beginning));
      if (found !== undefined) return found;
      if (look === size) return null;
    }
  } finally {
    await handle.close();
  }
}
