import type { Clock } from '@hub/core';
import type { GraphQLSchema } from 'graphql';

import type { CallSubgraph } from '../context';
import {
  chainedRegistries,
  checkedCall,
  committedDocuments,
  createDocumentCheck,
  DocumentGate,
  type DocumentMode,
  runtimeRegistry,
} from '../documents';
import { subgraphExportLog } from '../exports';
import type { GatewayOptions } from '../http';
import { subgraphServiceTokens } from '../security';
import type { Supergraph } from '../supergraph';

export interface DashboardsOptions {
  readonly call: CallSubgraph;
  readonly mode: DocumentMode;
  /** The graph as clients see it now; another one after a reload. */
  readonly schema: () => GraphQLSchema;
  readonly clock: Clock;
}

/** What programs need of a gateway: the documents they run, the tokens they come with, the exports they fetch. */
export function openDashboards({
  call,
  mode,
  schema,
  clock,
}: DashboardsOptions): Pick<GatewayOptions, 'documents' | 'serviceTokens' | 'exports'> {
  const registry = chainedRegistries(committedDocuments(), runtimeRegistry(call, clock));
  return {
    documents: new DocumentGate(mode, registry),
    serviceTokens: subgraphServiceTokens(call),
    exports: { schema, log: subgraphExportLog(call) },
  };
}

/** The door to the subgraphs of a graph, with the check of documents before it that only the whole graph allows. */
export function checkedDoor(clock: Clock): (call: CallSubgraph, supergraph: Supergraph) => CallSubgraph {
  return (call, supergraph) => {
    const committed = committedDocuments();
    const registry = chainedRegistries(committed, runtimeRegistry(call, clock));
    return checkedCall(call, createDocumentCheck({ schema: supergraph.publicSchema, committed, registry }));
  };
}
