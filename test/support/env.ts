import { loadEnv } from '@hub/runtime';
import { z } from 'zod';

const schema = z.object({
  /** Where generated inputs start: a fixed number, so that a red run is red again. */
  HUB_TEST_SEED: z.coerce.number().int().default(20201015),
  /** Malformed calls of the hostile suite: some minutes' worth; 100 000 take a quarter of an hour of two cores. */
  HUB_TEST_CALLS: z.coerce.number().int().min(1).default(20_000),
  /** Processes that the fault run of deadlines kills: a minute or two for each store of queues; 100 take some ten minutes. */
  HUB_TEST_KILLS: z.coerce.number().int().min(1).default(14),
});

export const testSeed = (): number => loadEnv(schema, process.env).HUB_TEST_SEED;

export const malformedCalls = (): number => loadEnv(schema, process.env).HUB_TEST_CALLS;

export const killedProcesses = (): number => loadEnv(schema, process.env).HUB_TEST_KILLS;
