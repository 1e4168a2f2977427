import type { ProcessPlan } from './placement/process-plan';

export interface SeedOptions {
  readonly redisUrl: string;
  readonly dataDir: string;
}

/** Fills an empty hub once everything runs: as the owner, by the program of `npm run seed`. */
export function seedPlan(migrate: ProcessPlan, { redisUrl, dataDir }: SeedOptions): ProcessPlan {
  return {
    ...migrate,
    name: 'seed',
    args: ['infra/dist/scripts/seed.js'],
    environment: { ...migrate.environment, HUB_SEED: 'demo', HUB_REDIS_URL: redisUrl, HUB_DATA_DIR: dataDir },
    dependsOn: new Map([['gateway', 'service_healthy']]),
  };
}
