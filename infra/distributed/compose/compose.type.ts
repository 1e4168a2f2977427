/** What a service waits for in another. */
export type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

export type RestartPolicy = 'no' | 'always' | 'on-failure' | 'unless-stopped';

export interface Healthcheck {
  readonly command: readonly string[];
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
  /** Failures within it do not count. */
  readonly startPeriodMs: number;
}

/** One service of docker-compose.yml, as far as a process without a container can follow it. */
export interface ComposeService {
  readonly name: string;
  /** Built from this repository, and not somebody else's image. */
  readonly isBuilt: boolean;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly dependsOn: ReadonlyMap<string, Condition>;
  readonly volumes: readonly { readonly name: string; readonly mount: string }[];
  readonly ports: readonly { readonly published: number; readonly target: number }[];
  readonly healthcheck: Healthcheck | null;
  readonly restart: RestartPolicy;
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
}
