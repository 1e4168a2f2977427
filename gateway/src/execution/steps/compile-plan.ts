import type {
  BatchFetchNode,
  FlattenNode,
  PlanNode,
  QueryPlan,
  SubscriptionNode,
} from '@graphql-hive/router-query-planner';
import type { TypeTable } from '../../supergraph';
import type { ReaderSource } from '../verbatim/compile-reader';
import type { Compilation } from './compilation.type';
import { BatchesTogether } from './entity-batch';
import { compileEntityFetch } from './entity-fetch';
import { entityCallPlan } from './entity-plan';
import { compileEntityTarget } from './entity-target';
import { createMerge } from './merge';
import { compileRootAnswer, compileRootFetch } from './root-fetch';
import type { Step } from './step.type';

/** Compiles a plan to one step. Throws on node kinds that an operation with settled conditions has no use for. */
export function compilePlan(plan: QueryPlan, types: TypeTable, source: ReaderSource): Step {
  if (!plan.node) return async () => undefined;
  return compileNode(plan.node, { types, merge: createMerge(types), source });
}

function compileNode(node: PlanNode, compilation: Compilation): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, compilation)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, compilation)));
    case 'Fetch':
      return compileRootFetch(node, compilation);
    case 'Flatten':
    case 'BatchFetch':
      return compileEntities(node, compilation);
    case 'Subscription':
      return compileEventIntake(node, compilation);
    case 'Condition':
    case 'Defer':
      throw new Error(`The plan has a ${node.kind} node`);
  }
}

/** The event came before the plan runs; what the plan adds to it is joined as in any other operation. */
function compileEventIntake({ primary }: SubscriptionNode, compilation: Compilation): Step {
  const accept = compileRootAnswer(primary, compilation);
  return async (run) => accept(run, run.event ?? null);
}

function compileEntities(node: FlattenNode | BatchFetchNode, compilation: Compilation): Step {
  const plan = entityCallPlan(node);
  const targets = plan.targets.map((target) => compileEntityTarget(target, compilation.types));
  return compileEntityFetch(plan, targets, compilation);
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    const together = new BatchesTogether();
    await Promise.all(steps.map((step) => step(run, together)));
  };
}
