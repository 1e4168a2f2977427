import { z } from 'zod';

import type { ExecutionLimits } from '../../execution/execution-limits';
import { DEFAULT_EXECUTION_LIMITS } from '../../execution/execution-limits';
import type { OperationGuard } from '../../execution/guard.type';
import { type CostCeilings, DEFAULT_COST_CEILINGS } from './cost-ceilings';
import { createOperationGuard } from './operation-guard';
import { DEFAULT_OPERATION_LIMITS } from './operation-limits';

const count = (usual: number) => z.coerce.number().int().min(1).default(usual);

/** What an environment may say about the size of operations; each host of a gateway takes these into its own. */
export const limitSettings = {
  HUB_LIMIT_TOKENS: count(DEFAULT_OPERATION_LIMITS.tokens),
  HUB_LIMIT_DEPTH: count(DEFAULT_OPERATION_LIMITS.depth),
  HUB_LIMIT_FIELDS: count(DEFAULT_OPERATION_LIMITS.fields),
  HUB_LIMIT_ROOT_FIELDS: count(DEFAULT_OPERATION_LIMITS.rootFields),
  HUB_LIMIT_ALIASES: count(DEFAULT_OPERATION_LIMITS.aliases),
  /** The greatest cost of one operation, by who asks. */
  HUB_LIMIT_COST_VISITOR: count(DEFAULT_COST_CEILINGS.visitor),
  HUB_LIMIT_COST_PERSON: count(DEFAULT_COST_CEILINGS.person),
  HUB_LIMIT_COST_SERVICE: count(DEFAULT_COST_CEILINGS.service),
  HUB_LIMIT_OPERATION_MS: count(DEFAULT_EXECUTION_LIMITS.operationMs),
  HUB_LIMIT_RESPONSE_MB: count(DEFAULT_EXECUTION_LIMITS.responseLength / 2 ** 20),
} as const;

export type LimitSettings = { readonly [Name in keyof typeof limitSettings]: z.output<(typeof limitSettings)[Name]> };

/** What an executor is given of them. */
export interface ExecutorLimits {
  readonly guard: OperationGuard;
  readonly limits: ExecutionLimits;
}

/** `ceilings` where the graph says nothing about costs, and the settings cannot mean it. */
export function executorLimits(settings: LimitSettings, ceilings: CostCeilings = ceilingsOf(settings)): ExecutorLimits {
  return {
    guard: createOperationGuard({
      limits: {
        tokens: settings.HUB_LIMIT_TOKENS,
        depth: settings.HUB_LIMIT_DEPTH,
        fields: settings.HUB_LIMIT_FIELDS,
        rootFields: settings.HUB_LIMIT_ROOT_FIELDS,
        aliases: settings.HUB_LIMIT_ALIASES,
      },
      ceilings,
    }),
    limits: {
      operationMs: settings.HUB_LIMIT_OPERATION_MS,
      responseLength: settings.HUB_LIMIT_RESPONSE_MB * 2 ** 20,
    },
  };
}

function ceilingsOf(settings: LimitSettings): CostCeilings {
  return {
    visitor: settings.HUB_LIMIT_COST_VISITOR,
    person: settings.HUB_LIMIT_COST_PERSON,
    service: settings.HUB_LIMIT_COST_SERVICE,
  };
}
