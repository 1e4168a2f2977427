import { type ZodType, z } from 'zod';

/** A process that is configured wrongly must not start; whoever configures it sees every fault in one go. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly faults: readonly string[]) {
    super(`环境变量有 ${faults.length} 处错误：\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the environment once, at the start of a process. An empty variable counts as absent: compose files and shells
 * pass unset ones on as ''. Faults name the variable and never its value, which may be a secret.
 */
export function loadEnv<Schema extends ZodType>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present, { error: z.locales.zhCN().localeError });
  if (result.success) return result.data;
  throw new EnvironmentError(result.error.issues.map(({ path, message }) => `${path.join('.') || '整体'}：${message}`));
}
