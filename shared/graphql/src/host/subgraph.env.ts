import { outsideSettings } from '@hub/notify';
import { LOG_LEVELS, loadEnv, metricsSettings, secretKey, tracingSettings, versionedKeys } from '@hub/runtime';
import { z } from 'zod';

const schema = z.object({
  /** Connection under the subgraph's own login role. */
  HUB_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HUB_REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  HUB_ACCESS_TOKEN_KEY: secretKey,
  HUB_CALLER_KEY: secretKey,
  HUB_AUDIT_KEY: secretKey,
  HUB_AUDIT_DIR: z.string().default('.data/audit'),
  HUB_DATA_KEYS: versionedKeys,
  HUB_SEARCH_KEY: secretKey,
  HUB_SECOND_FACTOR: z.enum(['required', 'optional']).default('required'),
  HUB_SUBGRAPH_PORT: z.coerce.number().int().min(1).max(65_535).default(4001),
  /** Time in which a server that was told to stop still accepts: see HttpDrain. */
  HUB_DRAIN_GRACE_MS: z.coerce.number().int().min(0).default(4_000),
  HUB_HOST: z.string().default('0.0.0.0'),
  ...outsideSettings,
  ...metricsSettings,
  ...tracingSettings,
  HUB_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

export type SubgraphEnv = z.output<typeof schema>;

/** What a subgraph that runs alone is told by its environment. */
export function subgraphEnv(source: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnv {
  return loadEnv(schema, source);
}
