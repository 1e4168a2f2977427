import { z } from 'zod';

import type { Logger } from './logger';
import { type Metrics, openMetrics, serveMetrics } from './metrics';
import type { Shutdown } from './shutdown';

/** What a process is told of its metrics, beside its other settings. */
export const metricsSettings = {
  /** Port of `/metrics`; without it nothing is measured. */
  HUB_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Loopback, unless whoever collects comes from elsewhere in a closed network. */
  HUB_METRICS_HOST: z.string().default('127.0.0.1'),
} as const;

export interface MetricsEnv {
  readonly HUB_METRICS_PORT?: number | undefined;
  readonly HUB_METRICS_HOST: string;
}

/** The metrics of this process where they are asked for; null where they are not. */
export async function startMetrics(env: MetricsEnv, logger: Logger, shutdown: Shutdown): Promise<Metrics | null> {
  if (env.HUB_METRICS_PORT === undefined) return null;
  const metrics = await openMetrics();
  const server = await serveMetrics(metrics, env.HUB_METRICS_PORT, env.HUB_METRICS_HOST);
  shutdown.onShutdown('metrics', () => server.close());
  logger.info({ port: server.port }, 'metrics are served');
  return metrics;
}
