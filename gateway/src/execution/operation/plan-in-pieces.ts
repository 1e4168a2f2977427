import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
  QueryPlan,
} from '@graphql-hive/router-query-planner';
import { type FieldNode, type GraphQLOutputType, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { ENTITY_SUBGRAPH, type Supergraph } from '../../supergraph';
import type { ProjectionSource } from '../projection/projection-source';
import { cutPieces, type Piece } from './cut-pieces';
import { plannableText } from './plannable-text';
import { mixesRequired, withOwnKeys } from './required-keys';

/** One operation as the planner is asked for it. */
interface Asked {
  readonly supergraph: Supergraph;
  readonly operation: OperationDefinitionNode;
  readonly source: ProjectionSource;
  readonly signal: AbortSignal;
  readonly share: number;
}

/**
 * The plan of some root fields. The planner cannot place a field with `@requires` below a field of the same subgraph
 * (planner-defects.test.ts), and mixes fields that are required with different arguments: fields with `@requires` are then
 * planned apart, and fetched after everything above them is there.
 */
export async function planFields(fields: readonly FieldNode[], asked: Asked): Promise<QueryPlan> {
  const { supergraph, operation, source, signal, share } = asked;
  try {
    return unmixed(await supergraph.plan(plannableText(operation, fields, source), signal, share), asked);
  } catch (error) {
    const rootType = supergraph.publicSchema.getRootType(operation.operation);
    const typed = fields.map((field) => ({ field, type: rootType?.getFields()[field.name.value]?.type }));
    const cut = typed.map(({ field, type }) => (type ? cutField(field, type, asked) : { field, pieces: [] }));
    const pieces = cut.flatMap((part) => part.pieces);
    if (pieces.length === 0 || signal.aborted) throw error;
    const text = plannableText(
      operation,
      cut.map((part) => part.field),
      source,
    );
    const { node } = unmixed(await supergraph.plan(text, signal, share), asked);
    return inSequence([...(node ? [node] : []), ...(await planPieces(pieces, asked))]);
  }
}

function cutField(field: FieldNode, type: GraphQLOutputType, { supergraph, source }: Asked) {
  const eachApart = supergraph.keysWithArguments.size > 0;
  return cutPieces(field, type, source, supergraph.entities, { uncut: eachApart ? 0 : 1, eachApart });
}

/** Throws rather than give a field what another one requires. */
function unmixed(plan: QueryPlan, { supergraph }: Asked): QueryPlan {
  if (!mixesRequired(plan.node, supergraph.keysWithArguments)) return plan;
  throw new Error('The plan mixes fields that are required with different arguments');
}

async function planPieces(pieces: readonly Piece[], asked: Asked): Promise<PlanNode[]> {
  const planned: PlanNode[] = [];
  for (const piece of pieces) planned.push(...(await planPiece(piece, asked)));
  return planned;
}

/** Plans the piece as a query for its entity, and puts it where the entity stands. */
async function planPiece({ typeName, path, fields }: Piece, asked: Asked): Promise<PlanNode[]> {
  const { supergraph, operation, source, signal, share } = asked;
  const type = supergraph.publicSchema.getType(typeName) as GraphQLOutputType;
  const rootField = supergraph.entities.rootOf(typeName)?.rootField ?? '';
  const root: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: rootField },
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const query = { ...operation, operation: OperationTypeNode.QUERY };
  const names = supergraph.keysWithArguments;
  const prefix = `_hub_${typeName}_${fields[0]?.name.value}_`;
  const own: Keyed = (node) => withOwnKeys(node, names, prefix);
  const plan = async (field: FieldNode) => {
    const text = plannableText(query, [field], source);
    return placed(unmixed(await supergraph.entities.plan(text, signal, share), asked).node, path, own);
  };
  try {
    return await plan(root);
  } catch (error) {
    const cutting = { uncut: 1, eachApart: names.size > 0 };
    const { field, pieces } = cutPieces(root, type, source, supergraph.entities, cutting);
    if (pieces.length === 0 || signal.aborted) throw error;
    const inner = pieces.map((piece) => ({ ...piece, path: [...path, ...piece.path.slice(1)] }));
    return [...(await plan(field)), ...(await planPieces(inner, asked))];
  }
}

type Keyed = <N extends FetchNode | BatchFetchNode>(call: N) => N;

/** The plan of a piece without the made-up call for its keys, and with the piece's path before its own. */
function placed(node: PlanNode | undefined, path: Path, own: Keyed): PlanNode[] {
  if (!node) return [];
  const under = (inner: Path): FlattenNodePathSegment[] => [...path, ...inner.slice(1)];
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return [{ ...node, nodes: node.nodes.flatMap((child) => placed(child, path, own)) }];
    case 'Flatten': {
      const call = node.node.kind === 'Fetch' || node.node.kind === 'BatchFetch' ? own(node.node) : node.node;
      return [{ ...node, path: under(node.path), node: call }];
    }
    case 'BatchFetch': {
      const keyed = own(node);
      const aliases = keyed.entityBatch.aliases.map((alias) => ({ ...alias, paths: alias.paths.map(under) }));
      return [{ ...keyed, entityBatch: { aliases } }];
    }
    default:
      if (node.kind === 'Fetch' && node.serviceName === ENTITY_SUBGRAPH) return [];
      throw new Error(`The plan of a piece has a ${node.kind} node`);
  }
}

type Path = readonly FlattenNodePathSegment[];

function inSequence(nodes: readonly PlanNode[]): QueryPlan {
  const flat = nodes.flatMap((node) => (node.kind === 'Sequence' ? node.nodes : [node]));
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: flat } };
}
