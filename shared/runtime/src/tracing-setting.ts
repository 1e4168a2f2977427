import { z } from 'zod';

import type { Logger } from './logger';
import type { Shutdown } from './shutdown';
import { startTracing } from './tracing';

/** What a process is told of tracing, beside its other settings. */
export const tracingSettings = {
  /** Where traces go: a collector for OTLP over HTTP, such as http://127.0.0.1:4318. Without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
} as const;

export interface TracingEnv {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
}

export async function startTracingIfAsked(
  env: TracingEnv,
  service: string,
  logger: Logger,
  shutdown: Shutdown,
): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = env;
  if (endpoint === undefined) return;
  shutdown.onShutdown('traces', await startTracing({ service: `hub-${service}`, endpoint }));
  logger.info({ endpoint }, 'traces are sent');
}
