import type { Clock, IdFactory } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';
import type { Caller } from '@hub/runtime';
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';

import { formatError, type ReportFault } from './errors';
import { HubContext } from './hub-context';

export interface SubgraphHost {
  /** The subgraph's own tools, handed to its use cases. */
  readonly deps: unknown;
  readonly schema: GraphQLSchema;
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly reportFault: ReportFault;
}

export interface LocalRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

export interface LocalResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export type LocalExecutor = (request: LocalRequest, caller: Caller) => Promise<LocalResponse>;

/** Bounds the memory of parsed operations; a gateway sends a handful of texts, a person in GraphiQL a few more. */
const MAX_DOCUMENTS = 1000;

/** Runs operations of one subgraph in this process, with graphql-js as the reference. */
export function createLocalExecutor(host: SubgraphHost): LocalExecutor {
  const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();
  const documentOf = (query: string): DocumentNode | readonly GraphQLError[] => {
    const known = documents.get(query);
    if (known) return known;
    const checked = check(host.schema, query);
    if (documents.size >= MAX_DOCUMENTS) documents.delete(documents.keys().next().value as string);
    documents.set(query, checked);
    return checked;
  };

  return async (request, caller) => {
    const format = (errors: readonly GraphQLError[]) =>
      errors.map((error) => formatError(error, caller.requestId, host.reportFault));
    const document = documentOf(request.query);
    if (!('kind' in document)) return { errors: format(document) };
    const { deps, database, clock, ids } = host;
    const context = new HubContext({ deps, database, clock, ids, ...caller });
    try {
      const { data, errors } = await execute({
        schema: host.schema,
        document,
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue: context,
      });
      return { data, ...(errors ? { errors: format(errors) } : {}) };
    } finally {
      await context.close();
    }
  };
}

/** The document when it is valid, otherwise why it is not. */
export function check(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    return [error as GraphQLError];
  }
}
