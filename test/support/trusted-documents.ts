import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type DocumentManifest, parseManifest } from '@hub/gateway';

import { REPOSITORY } from './build-hub';

/** The committed documents, the only ones that run in production. */
export const trustedDocuments = (): DocumentManifest =>
  parseManifest(readFileSync(join(REPOSITORY, 'gateway', 'trusted-documents.json'), 'utf8'));

/** The text of the one of that name. */
export function trustedText(name: string): string {
  const found = Object.values(trustedDocuments()).find((document) => document.name === name);
  if (!found) throw new Error(`no trusted document ${name}`);
  return found.text;
}
