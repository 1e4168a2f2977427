import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/**
 * Writes files that are generated and committed, by their paths from the root; with `--check` on the command line it only
 * says which are not current, and fails.
 */
export function writeOrCheck(files: ReadonlyMap<string, string>, command: string): void {
  const stale = [...files].filter(([path, text]) => onDisk(path) !== text);
  if (process.argv.includes('--check')) {
    for (const [path] of stale) process.stderr.write(`not current: ${path}\n`);
    if (stale.length > 0) process.stderr.write(`run \`${command}\` and commit what it writes\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const [path, text] of stale) {
    writeFileSync(join(root, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
  if (stale.length === 0) process.stdout.write(`what \`${command}\` writes is current\n`);
}

function onDisk(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
