import { z } from 'zod';

import { durationMs } from './duration';

const duration = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: `“${text}”不是时长` });
  return z.NEVER;
});

/** A check without a shell: there is none in common between a container and this machine. */
const test = z.tuple([z.literal('CMD')], z.string()).transform(([, ...command]) => command);

const healthcheck = z
  .object({
    test,
    interval: duration.prefault('30s'),
    timeout: duration.prefault('30s'),
    retries: z.int().min(1).default(3),
    start_period: duration.prefault('0s'),
  })
  .transform(({ test: command, interval, timeout, retries, start_period }) => ({
    command,
    intervalMs: interval,
    timeoutMs: timeout,
    retries,
    startPeriodMs: start_period,
  }));

const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;

const volume = z
  .string()
  .regex(/^[\w.-]+:\/\S+$/)
  .transform((text) => {
    const colon = text.indexOf(':');
    return { name: text.slice(0, colon), mount: text.slice(colon + 1) };
  });

const port = z
  .string()
  .regex(/^\d+:\d+$/)
  .transform((text) => {
    const [published, target] = text.split(':').map(Number) as [number, number];
    return { published, target };
  });

const service = z.object({
  build: z.unknown().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.union([z.string(), z.number().transform(String)])).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.enum(CONDITIONS) })).default({}),
  volumes: z.array(volume).default([]),
  ports: z.array(port).default([]),
  healthcheck: healthcheck.optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).default('no'),
  stop_signal: z.enum(['SIGTERM', 'SIGINT', 'SIGQUIT']).default('SIGTERM'),
  stop_grace_period: duration.prefault('10s'),
});

export type ServiceSource = z.output<typeof service>;

/** The part of the Compose Specification that docker-compose.yml uses and a process can follow. */
export const composeFile = z.object({ services: z.record(z.string(), service) });
