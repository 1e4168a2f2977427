export { createExecutor, type ExecutorOptions } from './executor';
export type * from './executor.type';
