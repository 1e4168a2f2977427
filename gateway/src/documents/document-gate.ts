import { type Actor, DomainError, isService } from '@hub/core';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';

import { documentIdOf, normalisedText, readDocumentId } from './document-id';
import type { DocumentRegistry, TrustedDocument } from './document-registry.type';
import { documentError } from './documents.errors';
import { assertInScope } from './service-scope';

/** `open`: any text runs, as while developing. `trusted`: registered documents and nothing else. */
export type DocumentMode = 'open' | 'trusted';

/** The setting; registered documents only, in production, unless it says otherwise. */
export function documentMode(env: { readonly HUB_DOCUMENTS?: DocumentMode; readonly NODE_ENV: string }): DocumentMode {
  return env.HUB_DOCUMENTS ?? (env.NODE_ENV === 'production' ? 'trusted' : 'open');
}

/** What a request says about its document; at least one of the two is there. */
export interface AskedDocument {
  readonly query: string | null;
  readonly documentId: string | null;
}

/** What runs, and under which id it is registered; null for a text that is not. */
export interface AdmittedDocument {
  readonly query: string;
  readonly documentId: string | null;
}

/** Longer than any document one would register: a longer text is refused without a look at it. */
const MAX_TEXT = 64 * 1024;
/** Characters of spellings that were found to be of a registered document. */
const REMEMBERED_TEXT = 1024 * 1024;

/** Decides which documents run. Nothing is ever registered by asking for it. */
export class DocumentGate {
  readonly #spellings = new LRUCache<string, string>({
    maxSize: REMEMBERED_TEXT,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });

  constructor(
    private readonly mode: DocumentMode,
    private readonly registry: DocumentRegistry,
  ) {}

  async admit(asked: AskedDocument, actor: Actor | null): Promise<AdmittedDocument> {
    if (actor !== null && isService(actor)) return admitted(await this.#inScope(asked, actor));
    const { query, documentId } = asked;
    if (query !== null && this.mode === 'open') return { query, documentId: null };
    return admitted(await this.#trusted({ query, documentId }, actor));
  }

  /** The document of that name, for whoever may run it; null when there is none. */
  async named(name: string, actor: Actor | null): Promise<TrustedDocument | null> {
    const document = await this.registry.named(name, actor);
    assertInScope(document, actor);
    return document;
  }

  /** Asks anew for what is registered while the hub runs. */
  forgetRegistered(): void {
    this.registry.forgetAll?.();
  }

  /** A program runs what its token names, in either mode, and hears of nothing else. */
  async #inScope(asked: AskedDocument, actor: Actor): Promise<TrustedDocument> {
    const document = await this.#trusted(asked, actor).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    assertInScope(document, actor);
    if (document === null) throw documentError('DOCUMENT_NOT_IN_SCOPE');
    return document;
  }

  async #trusted({ query, documentId }: AskedDocument, actor: Actor | null): Promise<TrustedDocument> {
    if (documentId !== null) return this.#identified(documentId, query, actor);
    if (query === null) throw documentError('DOCUMENT_UNKNOWN');
    const document = await this.#spelled(query, actor);
    if (document === null) throw documentError('DOCUMENT_NOT_TRUSTED');
    return document;
  }

  async #identified(documentId: string, query: string | null, actor: Actor | null): Promise<TrustedDocument> {
    const id = readDocumentId(documentId);
    const document = id === null ? null : await this.registry.find(id, actor);
    if (document === null) throw documentError('DOCUMENT_UNKNOWN');
    if (query === null) return document;
    const spelled = await this.#spelled(query, actor);
    if (spelled?.id !== document.id) throw documentError('DOCUMENT_MISMATCH');
    return document;
  }

  /** The registered document of that text, however it is spaced. Only ids are remembered: registrations may end. */
  async #spelled(text: string, actor: Actor | null): Promise<TrustedDocument | null> {
    if (text.length > MAX_TEXT) return null;
    const known = this.#spellings.get(text);
    const id = known ?? idOfText(text);
    const document = id === null ? null : await this.registry.find(id, actor);
    if (document && known === undefined) this.#spellings.set(text, document.id);
    return document;
  }
}

const admitted = ({ id, text }: TrustedDocument): AdmittedDocument => ({ query: text, documentId: id });

/** null for what is not even made of GraphQL's tokens. */
function idOfText(text: string): string | null {
  try {
    return documentIdOf(normalisedText(text));
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
