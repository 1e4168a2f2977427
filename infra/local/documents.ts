import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { type DocumentSource, loadSupergraph, writeManifest } from '@hub/gateway';

const ENDING = '.graphql';

/** Text of the manifest of the documents in a folder and the folders in it, as `npm run schema` writes it. */
export function manifestText(folder: string, supergraph: string): string {
  const manifest = writeManifest(documentSources(folder), loadSupergraph(supergraph).publicSchema);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function documentSources(folder: string): DocumentSource[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ENDING))
    .map((path) => ({ name: basename(path, ENDING), text: readFileSync(join(folder, path), 'utf8') }));
}
