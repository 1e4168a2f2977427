export { type CostCeilings, DEFAULT_COST_CEILINGS, NO_COST_CEILINGS } from './cost-ceilings';
export { type ExecutorLimits, executorLimits, type LimitSettings, limitSettings } from './limit-settings';
export { createOperationGuard, type OperationGuardOptions } from './operation-guard';
export { DEFAULT_OPERATION_LIMITS, type OperationLimits } from './operation-limits';
