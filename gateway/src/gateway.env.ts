import { LOG_LEVELS, loadEnv, metricsSettings, secretKey, tracingSettings } from '@hub/runtime';
import { z } from 'zod';

import { exportSettings } from './exports';
import { limitSettings } from './security/limits';
import { rateSettings } from './security/rates';
import { subgraphAddresses } from './subgraph-addresses';
import { requireShorterCalls, subgraphTimeouts } from './subgraph-timeouts';

const milliseconds = z.coerce.number().int().min(0);

/** What every gateway that runs alone is told. */
const common = z.object({
  ...limitSettings,
  /** The SDL of the composed graph: a file, or where it is served (file:, http:, https:). */
  HUB_SUPERGRAPH: z.string(),
  /** Where subgraphs answer, by name: over the addresses in the supergraph. */
  HUB_SUBGRAPH_URLS: subgraphAddresses.optional(),
  /** How often the supergraph is looked at for a change; 0: at SIGHUP only. */
  HUB_SUPERGRAPH_POLL_MS: milliseconds.default(5_000),
  /** Time one subgraph call has; without it a share of the operation's. For single ones `dues=25000,organization=5000`. */
  HUB_SUBGRAPH_TIMEOUT_MS: milliseconds.min(1).optional(),
  HUB_SUBGRAPH_TIMEOUTS: subgraphTimeouts.optional(),
  /** Time in which a gateway that was told to stop is not ready and still accepts: see HttpDrain. */
  HUB_DRAIN_GRACE_MS: milliseconds.default(5_000),
  HUB_PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  HUB_HOST: z.string().default('0.0.0.0'),
  ...metricsSettings,
  ...tracingSettings,
  /** An operation that takes longer is a line in the log. */
  HUB_SLOW_MS: milliseconds.default(2_000),
  HUB_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});

/** The hub's own gateway: it knows sessions, and subgraphs know it by a key. */
const hub = common.extend({
  HUB_GATEWAY_ONLY: z.literal('0').default('0'),
  HUB_ACCESS_TOKEN_KEY: secretKey,
  HUB_CALLER_KEY: secretKey,
  /** Where the end of a session is told at once, and rates are counted together; without it a session ends within five seconds. */
  HUB_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Where uploaded files are kept; without it `/files` does not exist. */
  HUB_FILES_DIR: z.string().optional(),
  ...rateSettings,
  ...exportSettings,
  /** Which documents run: any, or only registered ones. */
  HUB_DOCUMENTS: z.enum(['open', 'trusted']).optional(),
});

/** A gateway before any graph. Everybody may ask; who asks is not known. */
const plain = common.extend({
  HUB_GATEWAY_ONLY: z.literal('1'),
  /** Answers introspection and serves GraphiQL; without it NODE_ENV decides. */
  HUB_INTROSPECTION: z.enum(['0', '1']).optional(),
});

const schema = z.discriminatedUnion('HUB_GATEWAY_ONLY', [plain, hub]).superRefine(requireShorterCalls);

export type CommonGatewayEnv = z.output<typeof common>;
export type HubGatewayEnv = z.output<typeof hub>;
export type PlainGatewayEnv = z.output<typeof plain>;

type Source = Readonly<Record<string, string | undefined>>;

/** What a gateway that runs alone is told by its environment. */
export function gatewayEnv(source: Source = process.env): HubGatewayEnv | PlainGatewayEnv {
  return loadEnv(schema, source);
}
