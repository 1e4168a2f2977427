import type { Actor, Clock } from '@hub/core';
import { LRUCache } from 'lru-cache';

import type { CallSubgraph } from '../context';
import { normalisedText } from './document-id';
import type { DocumentRegistry, TrustedDocument } from './document-registry.type';

const FIND = 'query ($ref: String!) { trustedDocument(ref: $ref) { id name text } }';
const LOOKUP_MS = 5_000;
const MAX_AGE_MS = 5_000;
const MAX_KEPT = 1_000;

interface Entry {
  readonly askedAt: number;
  readonly document: Promise<TrustedDocument | null>;
}

/**
 * Documents that two administrators of a committee let in while the hub runs. They exist for whoever acts in that
 * committee. What organization says of them is remembered for as long as a session is, and so is that there is none.
 */
export function runtimeRegistry(call: CallSubgraph, clock: Clock): DocumentRegistry {
  const entries = new LRUCache<string, Entry>({ max: MAX_KEPT });

  const ask = async (ref: string, actor: Actor): Promise<TrustedDocument | null> => {
    const context = { requestId: 'document', actor, idempotencyKey: null, signal: AbortSignal.timeout(LOOKUP_MS) };
    const request = { query: FIND, variables: { ref }, operationName: null, kind: 'query' } as const;
    const { data, errors } = await call('organization', request, context);
    if (errors?.length) throw new Error(`document lookup failed: ${errors[0]?.message}`);
    const found = data?.trustedDocument as TrustedDocument | null | undefined;
    return found ? { ...found, text: normalisedText(found.text) } : null;
  };

  const look = (ref: string, actor: Actor | null): Promise<TrustedDocument | null> => {
    if (actor === null) return Promise.resolve(null);
    const key = `${actor.committeeId} ${ref}`;
    const now = clock.now().getTime();
    const known = entries.get(key);
    if (known && now - known.askedAt < MAX_AGE_MS) return known.document;
    const entry: Entry = { askedAt: now, document: ask(ref, actor) };
    entries.set(key, entry);
    // A failure is never shared with requests that come after it.
    entry.document.catch(() => entries.peek(key) === entry && entries.delete(key));
    return entry.document;
  };
  return { find: look, named: look, forgetAll: () => entries.clear() };
}

/** The first registry that has a document: what is committed cannot be replaced while the hub runs. */
export function chainedRegistries(...registries: readonly DocumentRegistry[]): DocumentRegistry {
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
