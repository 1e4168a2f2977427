import type { Clock } from '@hub/core';

import type { CallSubgraph } from '../context';
import { committedDocuments } from './committed-documents';
import type { DocumentRegistry, TrustedDocument } from './document-registry.type';
import { documentMemory, runtimeRegistry } from './runtime-registry';

/** All documents of a hub. Whichever graph they are looked up through, what was found is remembered in one place. */
export interface HubDocuments {
  /** Those of the product itself. */
  readonly committed: DocumentRegistry;
  /** These, and those that were let in while the hub runs. */
  through(call: CallSubgraph): DocumentRegistry;
}

export function hubDocuments(clock: Clock): HubDocuments {
  const committed = committedDocuments();
  const memory = documentMemory(clock);
  return { committed, through: (call) => chainedRegistries(committed, runtimeRegistry(call, memory)) };
}

/** The first registry that has a document: what is committed cannot be replaced while the hub runs. */
function chainedRegistries(...registries: readonly DocumentRegistry[]): DocumentRegistry {
  const first = async (
    look: (registry: DocumentRegistry) => Promise<TrustedDocument | null>,
  ): Promise<TrustedDocument | null> => {
    for (const registry of registries) {
      const found = await look(registry);
      if (found) return found;
    }
    return null;
  };
  return {
    find: (id, actor) => first((registry) => registry.find(id, actor)),
    named: (name, actor) => first((registry) => registry.named(name, actor)),
    forgetAll: () => {
      for (const registry of registries) registry.forgetAll?.();
    },
  };
}
