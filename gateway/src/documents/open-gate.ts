import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DocumentGate, type DocumentMode } from './document-gate';
import { manifestRegistry, parseManifest } from './manifest';

/** `npm run schema` writes it from `gateway/documents`. */
const COMMITTED = join(__dirname, '..', '..', 'trusted-documents.json');

/** The gate over the committed manifest. */
export function openGate(mode: DocumentMode): DocumentGate {
  return new DocumentGate(mode, manifestRegistry(parseManifest(readFileSync(COMMITTED, 'utf8'))));
}
