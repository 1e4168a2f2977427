import type { Actor } from '@hub/core';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

import { onlyQuery } from '../execution/operation/definitions';
import type { CostTable } from '../security/cost';
import { DEFAULT_COST_CEILINGS } from '../security/limits';
import { dearestCost } from './dearest-cost';
import { documentIdOf, normalisedText } from './document-id';
import type { DocumentRegistry } from './document-registry.type';
import { documentError } from './documents.errors';
import { isReadOnly } from './service-scope';

/** What the gateway found of a document that is to be registered. */
export interface DocumentVerdict {
  readonly id: string;
  readonly cost: number;
}

export interface DocumentCheckOptions {
  /** The graph as clients see it. */
  readonly schema: GraphQLSchema;
  /** What the graph says its fields cost. */
  readonly costs: CostTable;
  /** Documents whose names are taken for good. */
  readonly committed: DocumentRegistry;
  /** All documents there are. */
  readonly registry: DocumentRegistry;
}

export interface DocumentCheck {
  /** Throws why the text cannot be a trusted document of that name. */
  register(name: string, text: string): Promise<DocumentVerdict>;
  /** Throws when a token would name a document that is not there, or that changes something. */
  bind(refs: readonly string[], actor: Actor): Promise<void>;
}

const RULES = [...specifiedRules, NoSchemaIntrospectionCustomRule];
/** It is programs that run these documents. */
const { service: limit } = DEFAULT_COST_CEILINGS;
/** Nobody mends more at once. */
const MAX_FAULTS = 5;

export function createDocumentCheck(options: DocumentCheckOptions): DocumentCheck {
  const { schema, costs, committed, registry } = options;
  return {
    async register(name, text) {
      if (await committed.named(name, null)) throw documentError('DOCUMENT_NAME_RESERVED', { name });
      const document = validDocument(text, schema);
      const operation = queryOf(document);
      if (operation.name?.value !== name) throw documentError('DOCUMENT_NAME_MISMATCH', { name });
      const id = documentIdOf(normalisedText(text));
      const cost = dearestCost(schema, costs, document);
      if (cost > limit) throw documentError('DOCUMENT_TOO_COSTLY', { cost, limit });
      return { id, cost };
    },
    async bind(refs, actor) {
      for (const ref of refs) {
        const document = (await registry.named(ref, actor)) ?? (await registry.find(ref, actor));
        if (document === null) throw documentError('DOCUMENT_NOT_REGISTERED', { ref });
        if (!isReadOnly(document)) throw documentError('DOCUMENT_NOT_READ_ONLY');
      }
    },
  };
}

function validDocument(text: string, schema: GraphQLSchema): DocumentNode {
  try {
    const document = parse(text);
    const faults = validate(schema, document, RULES, { maxErrors: MAX_FAULTS });
    if (faults.length === 0) return document;
    throw documentError('DOCUMENT_INVALID', { faults: faults.map(({ message }) => message).join('；') });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw documentError('DOCUMENT_INVALID', { faults: error.message });
  }
}

function queryOf(document: DocumentNode): OperationDefinitionNode {
  const operation = onlyQuery(document);
  if (operation === null) throw documentError('DOCUMENT_NOT_QUERY');
  return operation;
}
