import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import { checkDocument } from './check-document';
import { type Decision, decideExecution } from './compiled';

const CACHE_BYTES = 32 * 2 ** 20;
/** A parsed and compiled text takes this many times its characters in bytes, roughly. */
const SIZE_FACTOR = 150;

/** A valid document, and how each of its operations is run. */
interface KnownDocument {
  readonly document: DocumentNode;
  readonly decisions: Map<string, Decision>;
}

export type PreparedOperation =
  | { readonly valid: true; readonly document: DocumentNode; readonly decision: Decision }
  | { readonly valid: false; readonly errors: readonly GraphQLError[] };

/** Parses, validates and compiles the operations of one subgraph, and remembers those asked for lately. */
export class OperationStore {
  readonly #documents = new LRUCache<string, KnownDocument | readonly GraphQLError[]>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (_, text) => Math.max(1, text.length * SIZE_FACTOR),
  });

  constructor(private readonly schema: GraphQLSchema) {}

  prepare(text: string, operationName: string | null | undefined): PreparedOperation {
    const known = this.#documents.get(text) ?? this.#check(text);
    if (!('document' in known)) return { valid: false, errors: known };
    const { document, decisions } = known;
    const name = operationName ?? '';
    const decision = decisions.get(name) ?? decideExecution(this.schema, document, operationName);
    // Names of operations that are not there are without number.
    if (decision.kind === 'compiled' || decision.reason !== 'NO_SUCH_OPERATION') decisions.set(name, decision);
    return { valid: true, document, decision };
  }

  #check(text: string): KnownDocument | readonly GraphQLError[] {
    const checked = checkDocument(this.schema, text);
    const known = 'kind' in checked ? { document: checked, decisions: new Map() } : checked;
    this.#documents.set(text, known);
    return known;
  }
}
