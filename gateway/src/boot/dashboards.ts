import type { GraphQLSchema } from 'graphql';

import type { CallSubgraph } from '../context';
import { checkedCall, createDocumentCheck, DocumentGate, type DocumentMode, type HubDocuments } from '../documents';
import { subgraphExportLog } from '../exports';
import type { GatewayOptions } from '../http';
import { subgraphServiceTokens } from '../security';
import type { Supergraph } from '../supergraph';

export interface DashboardsOptions {
  readonly call: CallSubgraph;
  readonly mode: DocumentMode;
  /** The graph as clients see it now; another one after a reload. */
  readonly schema: () => GraphQLSchema;
  readonly documents: HubDocuments;
}

/** What programs need of a gateway: the documents they run, the tokens they come with, the exports they fetch. */
export function openDashboards({
  call,
  mode,
  schema,
  documents,
}: DashboardsOptions): Pick<GatewayOptions, 'documents' | 'serviceTokens' | 'exports'> {
  return {
    documents: new DocumentGate(mode, documents.through(call)),
    serviceTokens: subgraphServiceTokens(call),
    exports: { schema, log: subgraphExportLog(call) },
  };
}

/** The door to the subgraphs of a graph, with the check of documents before it that only the whole graph allows. */
export function checkedDoor({
  committed,
  through,
}: HubDocuments): (call: CallSubgraph, supergraph: Supergraph) => CallSubgraph {
  return (call, { publicSchema: schema, costs }) =>
    checkedCall(call, createDocumentCheck({ schema, costs, committed, registry: through(call) }));
}
