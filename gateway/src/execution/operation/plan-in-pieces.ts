import type { FlattenNodePathSegment, PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import { type FieldNode, type GraphQLOutputType, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { ENTITY_SUBGRAPH, type Supergraph } from '../../supergraph';
import type { ProjectionSource } from '../projection/projection-source';
import { cutPieces, type Piece } from './cut-pieces';
import { plannableText } from './plannable-text';

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
 * (planner-defects.test.ts): such fields are then planned apart, and fetched after everything above them is there.
 */
export async function planFields(fields: readonly FieldNode[], asked: Asked): Promise<QueryPlan> {
  const { supergraph, operation, source, signal, share } = asked;
  try {
    return await supergraph.plan(plannableText(operation, fields, source), signal, share);
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
    const { node } = await supergraph.plan(text, signal, share);
    return inSequence([...(node ? [node] : []), ...(await planPieces(pieces, asked))]);
  }
}

function cutField(field: FieldNode, type: GraphQLOutputType, { supergraph, source }: Asked) {
  return cutPieces(field, type, source, supergraph.entities);
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
  const plan = (field: FieldNode) => supergraph.entities.plan(plannableText(query, [field], source), signal, share);
  try {
    return placed((await plan(root)).node, path);
  } catch (error) {
    const { field, pieces } = cutPieces(root, type, source, supergraph.entities);
    if (pieces.length === 0 || signal.aborted) throw error;
    const inner = pieces.map((piece) => ({ ...piece, path: [...path, ...piece.path.slice(1)] }));
    return [...placed((await plan(field)).node, path), ...(await planPieces(inner, asked))];
  }
}

/** The plan of a piece without the made-up call for its keys, and with the piece's path before its own. */
function placed(node: PlanNode | undefined, path: Path): PlanNode[] {
  if (!node) return [];
  const under = (inner: Path): FlattenNodePathSegment[] => [...path, ...inner.slice(1)];
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return [{ ...node, nodes: node.nodes.flatMap((child) => placed(child, path)) }];
    case 'Flatten':
      return [{ ...node, path: under(node.path) }];
    case 'BatchFetch': {
      const aliases = node.entityBatch.aliases.map((alias) => ({ ...alias, paths: alias.paths.map(under) }));
      return [{ ...node, entityBatch: { aliases } }];
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
