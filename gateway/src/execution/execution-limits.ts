/** What one operation may take once it runs. */
export interface ExecutionLimits {
  readonly operationMs: number;
  /** Characters of `data` in the answer. */
  readonly responseLength: number;
}

export const DEFAULT_EXECUTION_LIMITS: ExecutionLimits = {
  operationMs: 30_000,
  responseLength: 32 * 2 ** 20,
};
