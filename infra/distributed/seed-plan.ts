import type { ProcessPlan } from './placement/process-plan';

export interface SeedOptions {
  readonly redisUrl: string;
  readonly dataDir: string;
  /** Of docker-compose.yml: what the seed writes is chained and encrypted under the keys of the others. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const KEYS = ['HUB_AUDIT_KEY', 'HUB_DATA_KEYS', 'HUB_SEARCH_KEY'] as const;

/** Fills an empty hub once everything runs: as the owner, by the program of `npm run seed`. */
export function seedPlan(migrate: ProcessPlan, { redisUrl, dataDir, variables }: SeedOptions): ProcessPlan {
  return {
    ...migrate,
    name: 'seed',
    args: ['infra/dist/scripts/seed.js'],
    environment: {
      ...migrate.environment,
      ...Object.fromEntries(KEYS.map((name) => [name, variables[name] ?? ''])),
      HUB_SEED: 'demo',
      HUB_REDIS_URL: redisUrl,
      HUB_DATA_DIR: dataDir,
    },
    dependsOn: new Map([['gateway', 'service_healthy']]),
  };
}
