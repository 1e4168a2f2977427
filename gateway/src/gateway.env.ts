import { LOG_LEVELS, loadEnv, secretKey } from '@hub/runtime';
import { z } from 'zod';

import { subgraphAddresses } from './subgraph-addresses';

const schema = z.object({
  HUB_ACCESS_TOKEN_KEY: secretKey,
  HUB_CALLER_KEY: secretKey,
  /** File with the SDL of the composed graph. */
  HUB_SUPERGRAPH: z.string(),
  /** Where subgraphs answer, by name: over the addresses in the supergraph. */
  HUB_SUBGRAPH_URLS: subgraphAddresses.optional(),
  /** Where uploaded files are kept; without it `/files` does not exist. */
  HUB_FILES_DIR: z.string().optional(),
  HUB_PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  HUB_HOST: z.string().default('0.0.0.0'),
  HUB_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** Which documents run: any, or only registered ones. */
  HUB_DOCUMENTS: z.enum(['open', 'trusted']).optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});

export type GatewayEnv = z.output<typeof schema>;

/** What a gateway that runs alone is told by its environment. */
export function gatewayEnv(source: Readonly<Record<string, string | undefined>> = process.env): GatewayEnv {
  return loadEnv(schema, source);
}
