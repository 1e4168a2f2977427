import type { Logger } from './logger';

/** Rejects when the thing checked cannot serve. The signal aborts when its time is up. */
export type HealthCheck = (signal: AbortSignal) => Promise<unknown>;

export interface CheckReport {
  readonly name: string;
  readonly state: 'ok' | 'failed' | 'timeout';
  readonly durationMs: number;
}

export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: readonly CheckReport[];
}

export interface LivenessReport {
  readonly live: true;
  readonly uptimeSeconds: number;
}

export interface HealthOptions {
  readonly logger: Logger;
  /** Time each check has to answer. */
  readonly timeoutMs?: number;
}

/**
 * Whether this process should get traffic. Reports carry names and states only, as the probes need no sign-in;
 * what went wrong is in the log.
 */
export class Health {
  readonly #checks = new Map<string, HealthCheck>();
  readonly #logger: Logger;
  readonly #timeoutMs: number;
  #running: Promise<ReadinessReport> | null = null;
  #draining = false;

  constructor({ logger, timeoutMs = 2000 }: HealthOptions) {
    this.#logger = logger;
    this.#timeoutMs = timeoutMs;
  }

  check(name: string, check: HealthCheck): void {
    this.#checks.set(name, check);
  }

  /** Not ready from now on, so that traffic moves away before anything closes. */
  drain(): void {
    this.#draining = true;
  }

  /** The process answers. It asks nothing of others: restarting this process does not mend a database that is down. */
  liveness(): LivenessReport {
    return { live: true, uptimeSeconds: Math.floor(process.uptime()) };
  }

  /** Probes that arrive together share one run, so that they cannot load what they check. */
  async readiness(): Promise<ReadinessReport> {
    this.#running ??= this.#runAll().finally(() => {
      this.#running = null;
    });
    const report = await this.#running;
    return this.#draining ? { ...report, ready: false } : report;
  }

  async #runAll(): Promise<ReadinessReport> {
    const checks = await Promise.all([...this.#checks].map(([name, check]) => this.#run(name, check)));
    return { ready: checks.every(({ state }) => state === 'ok'), checks };
  }

  async #run(name: string, check: HealthCheck): Promise<CheckReport> {
    const started = performance.now();
    const signal = AbortSignal.timeout(this.#timeoutMs);
    const report = (state: CheckReport['state']): CheckReport => ({
      name,
      state,
      durationMs: Math.round(performance.now() - started),
    });
    try {
      await Promise.race([check(signal), aborted(signal)]);
      return report('ok');
    } catch (error) {
      this.#logger.warn({ check: name, err: error }, 'health check failed');
      return report(signal.aborted ? 'timeout' : 'failed');
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
