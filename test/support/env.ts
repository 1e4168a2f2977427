import { loadEnv } from '@hub/runtime';
import { z } from 'zod';

const schema = z.object({
  /** Where generated inputs start: a fixed number, so that a red run is red again. */
  HUB_TEST_SEED: z.coerce.number().int().default(20201015),
});

export const testSeed = (): number => loadEnv(schema, process.env).HUB_TEST_SEED;
