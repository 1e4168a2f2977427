import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DocumentGate, type DocumentMode } from './document-gate';
import type { DocumentRegistry } from './document-registry.type';
import { manifestRegistry, parseManifest } from './manifest';

/** `npm run schema` writes it from `gateway/documents`. */
const COMMITTED = join(__dirname, '..', '..', 'trusted-documents.json');

/** The documents of the product itself. */
export function committedDocuments(): DocumentRegistry {
  return manifestRegistry(parseManifest(readFileSync(COMMITTED, 'utf8')));
}

/** The gate over these documents alone. */
export const openGate = (mode: DocumentMode): DocumentGate => new DocumentGate(mode, committedDocuments());
