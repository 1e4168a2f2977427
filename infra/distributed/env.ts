import { resolve } from 'node:path';

import { LOG_LEVELS, loadEnv, secretKey, versionedKeys } from '@hub/runtime';
import { z } from 'zod';

import { DEMO_REFUSED, isExposed } from '../local/exposure';
import { openSecrets } from '../local/secrets';

/** Keys are handed on as they are written. */
const keyText = secretKey.transform(hex);

const schema = z
  .object({
    HUB_DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: '请给出数据库属主的地址，例如 postgres://hub_owner:口令@127.0.0.1:5432/hub（PostgreSQL 18）',
    }),
    HUB_REDIS_URL: z.url({ protocol: /^rediss?$/, error: '请给出 Redis 的地址，例如 redis://127.0.0.1:6379' }),
    HUB_HOST: z.string().default('127.0.0.1'),
    HUB_PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
    HUB_DATA_DIR: z.string().default('.data'),
    HUB_SEED: z.enum(['none', 'demo']).default('none'),
    HUB_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
    NODE_ENV: z.enum(['development', 'production', 'test']).optional(),
    HUB_ROLE_PASSWORD: z.string().min(16).optional(),
    HUB_ACCESS_TOKEN_KEY: keyText.optional(),
    HUB_CALLER_KEY: keyText.optional(),
    HUB_AUDIT_KEY: keyText.optional(),
    HUB_DATA_KEYS: versionedKeys.optional(),
    HUB_SEARCH_KEY: keyText.optional(),
  })
  .superRefine((env, context) => {
    if (env.HUB_SEED === 'demo' && isExposed(env)) {
      context.addIssue({ code: 'custom', path: ['HUB_SEED'], message: DEMO_REFUSED });
    }
  });

/** What `npm run start:distributed` is told: where Postgres and Redis are; the rest has a value. */
export interface DistributedEnv {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly seed: 'none' | 'demo';
  readonly nodeEnv: string;
  /** Variables of docker-compose.yml. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export function readDistributedEnv(source: Readonly<Record<string, string | undefined>> = process.env): DistributedEnv {
  const env = loadEnv(schema, source);
  const dataDir = resolve(env.HUB_DATA_DIR);
  const secrets = openSecrets(dataDir);
  return {
    databaseUrl: env.HUB_DATABASE_URL,
    redisUrl: env.HUB_REDIS_URL,
    host: env.HUB_HOST,
    port: env.HUB_PORT,
    dataDir,
    seed: env.HUB_SEED,
    // The image says production; a hub with demo accounts is none.
    nodeEnv: env.NODE_ENV ?? (env.HUB_SEED === 'demo' ? 'development' : 'production'),
    variables: {
      ...source,
      HUB_PORT: String(env.HUB_PORT),
      HUB_LOG_LEVEL: env.HUB_LOG_LEVEL,
      HUB_ROLE_PASSWORD: env.HUB_ROLE_PASSWORD ?? secrets.rolePassword,
      HUB_ACCESS_TOKEN_KEY: env.HUB_ACCESS_TOKEN_KEY ?? hex(secrets.accessTokenKey),
      HUB_CALLER_KEY: env.HUB_CALLER_KEY ?? hex(secrets.callerKey),
      HUB_AUDIT_KEY: env.HUB_AUDIT_KEY ?? hex(secrets.auditKey),
      HUB_DATA_KEYS: written(new Map([...secrets.dataKeys.versions, ...(env.HUB_DATA_KEYS ?? [])])),
      HUB_SEARCH_KEY: env.HUB_SEARCH_KEY ?? hex(secrets.dataKeys.search),
      HUB_SECOND_FACTOR: env.HUB_SEED === 'demo' ? 'optional' : 'required',
    },
  };
}

function hex(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}

function written(keys: ReadonlyMap<number, Uint8Array>): string {
  return [...keys].map(([version, key]) => `${version}:${hex(key)}`).join(',');
}
