import { z } from 'zod';

import type { DocumentRegistry, TrustedDocument } from './document-registry.type';

const schema = z.record(z.string(), z.object({ name: z.string(), text: z.string() }));

/** The committed list of trusted documents: id → name and text. */
export type DocumentManifest = z.output<typeof schema>;

export function parseManifest(json: string): DocumentManifest {
  return schema.parse(JSON.parse(json));
}

/** Finds what the manifest lists. It keeps nothing of what it was asked for. */
export function manifestRegistry(manifest: DocumentManifest): DocumentRegistry {
  const documents = new Map<string, TrustedDocument>(
    Object.entries(manifest).map(([id, { name, text }]) => [id, { id, name, text }]),
  );
  const byName = new Map([...documents.values()].map((document) => [document.name, document]));
  return {
    find: async (id) => documents.get(id) ?? null,
    named: async (name) => byName.get(name) ?? null,
  };
}
