import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphDatabase } from '@hub/persistence';
import type { Metrics } from '@hub/runtime';
import type { OperationDefinitionNode } from 'graphql';

import type { HubContext } from '../hub-context';

/** Count, time and errors of the operations a subgraph is asked for, by their first field. */
export function operationMetrics(metrics: Metrics): ApolloServerPlugin<HubContext> {
  const seconds = metrics.histogram({
    name: 'hub_subgraph_operation_seconds',
    help: 'Time of operations in the subgraph, by their first field.',
    labels: ['field', 'kind', 'outcome'],
  });
  return {
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async willSendResponse({ operation, errors }) {
          // Only of valid operations: the names of their fields are those of the schema.
          const labels = operation ? { field: firstField(operation), kind: operation.operation } : UNKNOWN;
          const outcome = errors?.length ? 'errors' : 'ok';
          seconds.observe({ ...labels, outcome }, (performance.now() - startedAt) / 1000);
        },
      };
    },
  };
}

const UNKNOWN = { field: 'unknown', kind: 'unknown' };

function firstField({ selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  return first?.kind === 'Field' ? first.name.value : 'fragment';
}

/** Connections of the subgraph's pool: those that wait for one are the first sign of too few. */
export function poolMetrics(metrics: Metrics, database: SubgraphDatabase): void {
  const description = { name: 'hub_database_connections', help: 'Connections of the pool.', labels: ['state'] };
  metrics.gauge(description, (gauge) => {
    for (const [state, count] of Object.entries(database.connections)) gauge.set({ state }, count);
  });
}
