import { readFileSync } from 'node:fs';

import { type ZodType, z } from 'zod';

/** A process that is configured wrongly must not start; whoever configures it sees every fault in one go. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly faults: readonly string[]) {
    super(`环境变量有 ${faults.length} 处错误：\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

const FILE = '_FILE';

/** Secrets may stand in files, as container engines mount them: `HUB_DATA_KEYS_FILE` names the one with `HUB_DATA_KEYS`. */
function withFiles(source: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const read: Record<string, string | undefined> = {};
  for (const [name, path] of Object.entries(source)) {
    const value = name.slice(0, -FILE.length);
    if (!name.startsWith('HUB_') || !name.endsWith(FILE) || !path || source[value]) continue;
    try {
      read[value] = readFileSync(path, 'utf8').trim();
    } catch {
      throw new EnvironmentError([`${name}：无法读取该文件`]);
    }
  }
  return { ...source, ...read };
}

/**
 * Reads the environment once, at the start of a process. An empty variable counts as absent: compose files and shells
 * pass unset ones on as ''. Faults name the variable and never its value, which may be a secret.
 */
export function loadEnv<Schema extends ZodType>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const present = Object.fromEntries(
    Object.entries(withFiles(source)).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present, { error: z.locales.zhCN().localeError });
  if (result.success) return result.data;
  throw new EnvironmentError(result.error.issues.map(({ path, message }) => `${path.join('.') || '整体'}：${message}`));
}
