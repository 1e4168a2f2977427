import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Denial } from '../../security/authorization';
import type { Supergraph } from '../../supergraph';
import { DataKeys } from '../data-keys';
import { ClientPaths } from '../errors/client-paths';
import { type CollectedFields, collectFields } from '../projection/collect-fields';
import { compileSelection } from '../projection/compile-fields';
import type { WriteObject } from '../projection/projection.type';
import type { ProjectionSource } from '../projection/projection-source';
import type { Step } from '../steps/step.type';
import type { SubscriptionSource } from '../subscription/subscription-source';
import { Shapes } from '../verbatim/shapes';
import { fragmentsOf } from './definitions';
import { compileIntrospection, isIntrospection } from './introspection';
import { planRootFields } from './plan-root-fields';

/** Root fields that are fetched together; a stage is finished, joins included, before the next one starts. */
export interface Stage {
  readonly steps: readonly Step[];
  readonly write: WriteObject;
  /** Of a subscription: its steps then run for each event. */
  readonly source: SubscriptionSource | null;
  /** None of its fields may be seen by whoever asks. */
  readonly isDenied: boolean;
}

/** An operation compiled for given values of its conditions. */
export interface PreparedOperation {
  readonly isSubscription: boolean;
  readonly stages: readonly Stage[];
  readonly paths: ClientPaths;
  /** Length of the texts it was compiled from. */
  readonly size: number;
}

/** Plans everything before anything runs: a mutation whose second field cannot be planned must not run its first. */
export async function prepareOperation(
  supergraph: Supergraph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  share: number,
  denied: ReadonlyMap<FieldNode, Denial> = new Map(),
): Promise<PreparedOperation> {
  const keys = new DataKeys(document, supergraph.reservedKeys, supergraph.keysWithArguments);
  const fragments = Object.fromEntries(fragmentsOf(document));
  const source = { selections: { schema: supergraph.publicSchema, fragments }, keys, denied, shapes: new Shapes() };
  const rootType = supergraph.publicSchema.getRootType(operation.operation);
  if (!rootType) throw new Error(`The schema has no ${operation.operation} type`);
  const fields = collectFields(source.selections, rootType, [operation.selectionSet]);
  // Root fields choose their keys first: subgraphs tell repeated mutations apart by them.
  for (const [node] of fields.values()) if (node) keys.of(node);
  const prepared = await Promise.all(
    inStages(operation, fields).map((group) => prepareStage(supergraph, operation, rootType, group, source, share)),
  );
  const size = prepared.reduce((sum, stage) => sum + stage.size, 0);
  const paths = new ClientPaths(source, rootType, fields);
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  return { isSubscription, stages: prepared.map(({ stage }) => stage), paths, size };
}

/** Query fields run together, mutation fields one after the other; a subscription has one. */
function inStages(operation: OperationDefinitionNode, fields: CollectedFields): CollectedFields[] {
  if (operation.operation !== OperationTypeNode.MUTATION) return [fields];
  return [...fields].map((entry) => new Map([entry]));
}

async function prepareStage(
  supergraph: Supergraph,
  operation: OperationDefinitionNode,
  rootType: GraphQLObjectType,
  fields: CollectedFields,
  source: ProjectionSource,
  share: number,
): Promise<{ stage: Stage; size: number }> {
  const nodes = [...fields.values()].flat();
  const introspected = nodes.filter(isIntrospection);
  const planned = nodes.filter((node) => !node.name.value.startsWith('__') && !source.denied.has(node));
  const steps: Step[] = [];
  let size = 0;
  let events: SubscriptionSource | null = null;
  if (introspected.length > 0) steps.push(compileIntrospection(operation, introspected, source.selections));
  if (planned.length > 0) {
    const plan = await planRootFields(supergraph, operation, planned, source, share);
    steps.push(plan.step);
    size = plan.size;
    events = plan.source;
  }
  const isDenied = nodes.length > 0 && nodes.every((node) => source.denied.has(node));
  return { stage: { steps, write: compileSelection(source, rootType, fields), source: events, isDenied }, size };
}
