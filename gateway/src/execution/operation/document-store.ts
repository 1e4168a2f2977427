import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { refused } from '../errors/graphql-error';
import type { OperationGuard } from '../guard.type';
import { conditionVariables } from './conditions';
import { checkBounds, tooDeep } from './document-bounds';

const CACHE_BYTES = 32 * 2 ** 20;
/** Bytes a parsed document takes for each character of its text: 90 to 121 were measured. */
const SIZE_FACTOR = 120;

export interface ValidDocument {
  /** Never given twice: what is remembered about a document is lost with it. */
  readonly id: number;
  readonly document: DocumentNode;
  /** Variables on which @skip and @include depend. */
  readonly conditions: readonly string[];
}

/** Parses and validates documents, and remembers the valid ones. */
export class DocumentStore {
  #lastId = 0;
  readonly #valid = new LRUCache<string, ValidDocument>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (_, text) => Math.max(1, text.length * SIZE_FACTOR),
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly introspection: boolean,
    private readonly guard?: OperationGuard,
  ) {}

  load(text: string): ValidDocument {
    const known = this.#valid.get(text);
    if (known) return known;
    this.guard?.checkText(text);
    const document = this.#parse(text);
    this.guard?.checkDocument(document);
    checkBounds(document);
    this.#validate(document);
    this.#lastId += 1;
    const valid = { id: this.#lastId, document, conditions: conditionVariables(document) };
    this.#valid.set(text, valid);
    return valid;
  }

  #parse(text: string): DocumentNode {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof GraphQLError) throw refused('GRAPHQL_PARSE_FAILED', [error]);
      // The parser calls itself for every bracket, and the stack ends before the text does.
      if (error instanceof RangeError) throw tooDeep();
      throw error;
    }
  }

  #validate(document: DocumentNode): void {
    const rules = this.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const errors = check(this.schema, document, rules);
    if (errors.length > 0) throw refused('GRAPHQL_VALIDATION_FAILED', errors, this.introspection);
  }
}

/** A condition on the root field of a subscription makes a rule of graphql-js throw what it should report. */
function check(...[schema, document, rules]: Parameters<typeof validate>): readonly GraphQLError[] {
  try {
    return validate(schema, document, rules);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
