import type { Clock, IdFactory } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';
import type { Caller } from '@hub/runtime';
import { execute, type GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';

import { formatError, type ReportFault } from './errors';
import { HubContext } from './hub-context';
import { OperationStore } from './operation-store';

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

/**
 * Runs operations of one subgraph in this process: queries compiled, everything else with graphql-js, which is the
 * reference for both (see `compiled/`).
 */
export function createLocalExecutor(host: SubgraphHost): LocalExecutor {
  const { schema, deps, database, clock, ids } = host;
  const operations = new OperationStore(schema);

  return async ({ query, variables, operationName }, caller) => {
    const format = (errors: readonly GraphQLError[]) =>
      errors.map((error) => formatError(error, caller.requestId, host.reportFault));
    const operation = operations.prepare(query, operationName);
    if (!operation.valid) return { errors: format(operation.errors) };
    const { document, decision } = operation;
    const context = await HubContext.open(
      { deps, database, clock, ids, ...caller },
      { query, variables, operationName },
    );
    try {
      const { data, errors } =
        decision.kind === 'compiled'
          ? await decision.query.execute(variables, context)
          : await execute({ schema, document, variableValues: variables, operationName, contextValue: context });
      return { data, ...(errors ? { errors: format(errors) } : {}) };
    } finally {
      await context.close();
    }
  };
}
