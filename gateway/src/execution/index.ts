export { DEFAULT_EXECUTION_LIMITS, type ExecutionLimits } from './execution-limits';
export { createExecutor, type ExecutorOptions } from './executor';
export type * from './executor.type';
export type * from './guard.type';
