import { JobSystem } from '@hub/jobs';
import type { Logger } from '@hub/runtime';
import { Client } from 'pg';

import { distributedError } from './distributed.errors';
import type { GivenServices } from './placement/addresses';

/** Before ten processes say it ten times: throws when the database or Redis does not answer. */
export async function assertReachable({ databaseUrl, redisUrl }: GivenServices, logger: Logger): Promise<void> {
  await assertDatabase(databaseUrl);
  await assertRedis(redisUrl, logger);
}

async function assertDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    throw distributedError('DATABASE_UNREACHABLE', { address: addressOf(url), cause: causeOf(error) });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function assertRedis(url: string, logger: Logger): Promise<void> {
  const jobs = new JobSystem({ kind: 'redis', url }, logger);
  try {
    await jobs.ping();
  } catch {
    throw distributedError('REDIS_UNREACHABLE', { address: addressOf(url) });
  } finally {
    await jobs.close();
  }
}

/** Without the password. */
const addressOf = (url: string): string => new URL(url).host;

function causeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : String(error);
}
