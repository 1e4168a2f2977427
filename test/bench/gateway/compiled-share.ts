import { type CallSubgraph, createExecutor, loadSupergraph, parseManifest } from '@hub/gateway';
import { buildSubgraph, decideExecution } from '@hub/graphql';
import { schemaFiles } from '@hub/infra/local/supergraph';
import { type DocumentNode, getOperationAST, Kind, OperationTypeNode, parse, type TypeNode } from 'graphql';

import { personActor, SUBGRAPHS, someId } from '../../support';

export interface CompiledShare {
  readonly total: number;
  readonly compiled: number;
  readonly reasons: ReadonlyMap<string, number>;
}

/** How the subgraph calls are run that the queries of the trusted documents begin with. */
export async function compiledShare(manifest: string): Promise<CompiledShare> {
  const schemas = new Map(SUBGRAPHS.map(({ name, graphql }) => [name, buildSubgraph(graphql).schema]));
  const decisions = new Map<string, string>();
  const callSubgraph: CallSubgraph = async (name, { query, operationName }) => {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`no subgraph ${name}`);
    const decision = decideExecution(schema, parse(query), operationName);
    decisions.set(`${name} ${query}`, decision.kind === 'compiled' ? 'compiled' : decision.reason);
    return { data: {} };
  };
  const executor = createExecutor({
    supergraph: loadSupergraph(schemaFiles().supergraph),
    callSubgraph,
    introspection: true,
    onInternalError: () => undefined,
  });
  const actor = personActor('OFFICE_REGISTRAR', { committeeId: someId() });
  for (const { text } of Object.values(parseManifest(manifest))) {
    const document = parse(text);
    if (getOperationAST(document)?.operation !== OperationTypeNode.QUERY) continue;
    const context = { requestId: 'share', actor, idempotencyKey: null, signal: new AbortController().signal };
    await executor.execute({ query: text, variables: anyVariables(document) }, context, { allowMutations: false });
  }
  const reasons = new Map<string, number>();
  for (const decision of decisions.values()) reasons.set(decision, (reasons.get(decision) ?? 0) + 1);
  const compiled = reasons.get('compiled') ?? 0;
  reasons.delete('compiled');
  return { total: decisions.size, compiled, reasons };
}

const VALUES: Readonly<Record<string, unknown>> = { Int: 2020, Date: '2020-10-01', ReceiptGrouping: 'UNIT' };

/** Something for each variable that must be given. */
function anyVariables(document: DocumentNode): Record<string, unknown> {
  const declared = getOperationAST(document)?.variableDefinitions ?? [];
  const required = declared.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  return Object.fromEntries(
    required.map(({ variable, type }) => [variable.name.value, VALUES[nameOf(type)] ?? someId()]),
  );
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));
