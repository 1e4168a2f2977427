import type { Actor, Clock } from '@hub/core';

import { BriefMemory } from '../brief-memory';
import type { CallSubgraph } from '../context';
import { type OwnCall, ownCall } from '../own-call';
import { normalisedText } from './document-id';
import type { DocumentRegistry, TrustedDocument } from './document-registry.type';

const FIND = 'query ($ref: String!) { trustedDocument(ref: $ref) { id name text } }';
const LOOKUP_MS = 5_000;
const MAX_KEPT = 1_000;

/** What organization says of documents: one memory for all that look them up, so that it is forgotten for all at once. */
export type DocumentMemory = BriefMemory<TrustedDocument | null>;

export const documentMemory = (clock: Clock): DocumentMemory => new BriefMemory(clock, MAX_KEPT);

/**
 * Documents that two administrators of a committee let in while the hub runs. They exist for whoever acts in that
 * committee. What organization says of them is remembered for as long as a session is, and so is that there is none.
 */
export function runtimeRegistry(call: CallSubgraph, memory: DocumentMemory): DocumentRegistry {
  const ask = async (ref: string, actor: Actor): Promise<TrustedDocument | null> => {
    const asked: OwnCall = {
      kind: 'query',
      query: FIND,
      variables: { ref },
      requestId: 'document',
      actor,
      timeoutMs: LOOKUP_MS,
    };
    const { trustedDocument } = await ownCall(call, 'organization', asked);
    const found = trustedDocument as TrustedDocument | null | undefined;
    return found ? { ...found, text: normalisedText(found.text) } : null;
  };

  const look = async (ref: string, actor: Actor | null): Promise<TrustedDocument | null> => {
    if (actor === null) return null;
    return memory.get(`${actor.committeeId} ${ref}`, () => ask(ref, actor));
  };
  return { find: look, named: look, forgetAll: () => memory.forgetAll() };
}
