import type { FieldNode, OperationDefinitionNode } from 'graphql';
import type { Supergraph } from '../../supergraph';
import { RequestRefused } from '../errors/response-error';
import type { ProjectionSource } from '../projection/projection-source';
import { compilePlan } from '../steps/compile-plan';
import type { Step } from '../steps/step.type';
import { type SubscriptionSource, subscriptionSource } from '../subscription/subscription-source';
import { planFields } from './plan-in-pieces';

/** Planning is quick (milliseconds); an operation that takes longer is one to refuse. */
const PLANNING_LIMIT_MS = 2_000;

/** A compiled plan and the length of its text. */
export interface PlannedFields {
  readonly step: Step;
  /** Where the events of a subscription come from. */
  readonly source: SubscriptionSource | null;
  readonly size: number;
}

export async function planRootFields(
  supergraph: Supergraph,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  source: ProjectionSource,
  share: number,
): Promise<PlannedFields> {
  try {
    const signal = AbortSignal.timeout(PLANNING_LIMIT_MS);
    const plan = await planFields(fields, { supergraph, operation, source, signal, share });
    const step = compilePlan(plan, supergraph.types, { schema: source.selections.schema, shapes: source.shapes });
    return { step, source: subscriptionSource(plan), size: JSON.stringify(plan).length };
  } catch (cause) {
    throw planFailed(cause);
  }
}

/** Thrown when the planner finds no plan for a valid operation, or not in time. */
function planFailed(cause: unknown): RequestRefused {
  const extensions = { code: 'INTERNAL_SERVER_ERROR', reason: 'PLAN_FAILED' };
  return new RequestRefused([{ message: '无法为此操作安排查询，请拆分或简化后重试。', extensions }], { cause });
}
