import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { manifestText } from '../local/documents';
import { schemaFiles } from '../local/supergraph';

// `npm run schema` writes the five SDLs, the supergraph and the manifest of trusted documents; with --check it only says which are not current.
const root = join(__dirname, '..', '..', '..');
const { subgraphs, supergraph } = schemaFiles();
const files = new Map([
  ...[...subgraphs].map(([name, sdl]): [string, string] => [join('subgraphs', name, 'schema.graphql'), sdl]),
  [join('gateway', 'supergraph.graphql'), supergraph] as [string, string],
  [join('gateway', 'trusted-documents.json'), manifestText(join(root, 'gateway', 'documents'), supergraph)] as [
    string,
    string,
  ],
]);

const onDisk = (path: string): string | null => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const stale = [...files].filter(([path, text]) => onDisk(path) !== text);
if (process.argv.includes('--check')) {
  for (const [path] of stale) process.stderr.write(`not current: ${path}\n`);
  if (stale.length > 0) process.stderr.write('run `npm run schema` and commit what it writes\n');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    writeFileSync(join(root, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
  if (stale.length === 0) process.stdout.write('schema files are current\n');
}
