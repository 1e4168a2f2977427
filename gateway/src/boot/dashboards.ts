import type { GraphQLSchema } from 'graphql';

import type { CallSubgraph } from '../context';
import { checkedCall, createDocumentCheck, DocumentGate, type DocumentMode, type HubDocuments } from '../documents';
import { subgraphExportLog } from '../exports';
import type { GatewayOptions } from '../http';
import { subgraphPapers } from '../papers';
import { subgraphServiceTokens } from '../security';
import type { Supergraph } from '../supergraph';
import { subgraphWorkbooks } from '../workbooks';

export interface DashboardsOptions {
  readonly call: CallSubgraph;
  readonly mode: DocumentMode;
  /** The graph as clients see it now; another one after a reload. */
  readonly schema: () => GraphQLSchema;
  readonly documents: HubDocuments;
}

/** What programs and spreadsheets need of a gateway: documents that run, tokens, exports, and workbooks that come back. */
export function openDashboards({
  call,
  mode,
  schema,
  documents,
}: DashboardsOptions): Pick<GatewayOptions, 'documents' | 'serviceTokens' | 'exports' | 'workbooks' | 'papers'> {
  const log = subgraphExportLog(call);
  return {
    documents: new DocumentGate(mode, documents.through(call)),
    serviceTokens: subgraphServiceTokens(call),
    exports: { schema, log },
    workbooks: { workbooks: subgraphWorkbooks(call), log },
    papers: { papers: subgraphPapers(call), log },
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
