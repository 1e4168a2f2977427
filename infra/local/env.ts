import { resolve } from 'node:path';

import {
  type DocumentMode,
  documentMode,
  type ExecutorLimits,
  executorLimits,
  exportSettings,
  limitSettings,
  type RateLimits,
  rateLimitsOf,
  rateSettings,
} from '@hub/gateway';
import { type OutsideSettings, outsideOf, outsideSettings } from '@hub/notify';
import {
  LOG_LEVELS,
  loadEnv,
  type MetricsEnv,
  metricsSettings,
  secretKey,
  type TracingEnv,
  tracingSettings,
  versionedKeys,
} from '@hub/runtime';
import { z } from 'zod';

import { DEMO_REFUSED, isExposed, SECOND_FACTOR_REFUSED } from './exposure';

const url = (...schemes: readonly string[]) =>
  z.url({ protocol: new RegExp(`^(${schemes.join('|')})$`), error: `应为 ${schemes[0]}:// 开头的地址` });

const schema = z
  .object({
    ...limitSettings,
    ...rateSettings,
    ...exportSettings,
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    HUB_HOST: z.string().default('127.0.0.1'),
    HUB_PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
    HUB_DATA_DIR: z.string().default('.data'),
    /** The owner of an empty or earlier hub database, instead of the embedded server. */
    HUB_DATABASE_URL: url('postgres', 'postgresql').optional(),
    /** Queues in Redis, instead of in Postgres. */
    HUB_REDIS_URL: url('redis', 'rediss').optional(),
    HUB_SEED: z.enum(['none', 'demo']).optional(),
    HUB_LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
    /** An operation that takes longer is a line in the log. */
    HUB_SLOW_MS: z.coerce.number().int().min(0).default(2_000),
    ...outsideSettings,
    ...metricsSettings,
    ...tracingSettings,
    /** Of the login roles of subgraphs and queues; without it one is made and kept in the data folder. */
    HUB_ROLE_PASSWORD: z.string().min(16).optional(),
    /** As in the distributed shape; without them they are derived from the key in the data folder. */
    HUB_AUDIT_KEY: secretKey.optional(),
    HUB_DATA_KEYS: versionedKeys.optional(),
    HUB_SEARCH_KEY: secretKey.optional(),
    /** Whether administrators and treasurers need a second factor; only a demo may say `optional`, and does. */
    HUB_SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
    /** Which documents run: any, or only registered ones. */
    HUB_DOCUMENTS: z.enum(['open', 'trusted']).optional(),
  })
  .superRefine((env, context) => {
    if (env.HUB_SEED === 'demo' && isExposed(env)) {
      context.addIssue({ code: 'custom', path: ['HUB_SEED'], message: DEMO_REFUSED });
    }
    if (env.HUB_SECOND_FACTOR === 'optional' && isExposed(env)) {
      context.addIssue({ code: 'custom', path: ['HUB_SECOND_FACTOR'], message: SECOND_FACTOR_REFUSED });
    }
  });

/** Keys that the environment names, over those of the data folder. */
export interface GivenKeys {
  readonly auditKey: Uint8Array | undefined;
  readonly dataKeys: ReadonlyMap<number, Uint8Array> | undefined;
  readonly searchKey: Uint8Array | undefined;
}

export interface LocalEnv {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly seed: 'none' | 'demo';
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly development: boolean;
  readonly rolePassword: string | undefined;
  readonly keys: GivenKeys;
  readonly secondFactor: 'required' | 'optional';
  readonly outside: OutsideSettings;
  readonly documents: DocumentMode;
  readonly slowMs: number;
  readonly observed: MetricsEnv & TracingEnv;
  readonly executorLimits: ExecutorLimits;
  readonly rates: RateLimits;
  readonly trustedProxies: number;
  readonly exportRowsAlone: number;
}

export function readLocalEnv(source: Readonly<Record<string, string | undefined>> = process.env): LocalEnv {
  const env = loadEnv(schema, source);
  const seed = env.HUB_SEED ?? (isExposed(env) ? 'none' : 'demo');
  return {
    host: env.HUB_HOST,
    port: env.HUB_PORT,
    dataDir: resolve(env.HUB_DATA_DIR),
    databaseUrl: env.HUB_DATABASE_URL,
    redisUrl: env.HUB_REDIS_URL,
    seed,
    logLevel: env.HUB_LOG_LEVEL,
    development: env.NODE_ENV !== 'production',
    rolePassword: env.HUB_ROLE_PASSWORD,
    keys: { auditKey: env.HUB_AUDIT_KEY, dataKeys: env.HUB_DATA_KEYS, searchKey: env.HUB_SEARCH_KEY },
    secondFactor: env.HUB_SECOND_FACTOR ?? (seed === 'demo' ? 'optional' : 'required'),
    outside: outsideOf(env),
    slowMs: env.HUB_SLOW_MS,
    observed: env,
    documents: documentMode(env),
    executorLimits: executorLimits(env),
    rates: rateLimitsOf(env),
    trustedProxies: env.HUB_TRUSTED_PROXIES,
    exportRowsAlone: env.HUB_EXPORT_ROWS_ALONE,
  };
}
