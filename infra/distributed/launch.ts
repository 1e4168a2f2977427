import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { loadSupergraph } from '@hub/gateway';

import { packageRoot } from '../local/package-root';
import { parseCompose, type Variables } from './compose/parse-compose';
import type { GivenServices } from './placement/addresses';
import { freePort } from './placement/free-port';
import { placeServices } from './placement/place-services';
import { prefixed, type WriteLine } from './processes/line-writer';
import { ProcessGroup } from './processes/process-group';
import { seedPlan } from './seed-plan';

const REPOSITORY = dirname(packageRoot(__dirname));

export interface LaunchOptions {
  readonly given: GivenServices;
  readonly dataDir: string;
  /** Where published ports are opened. */
  readonly host: string;
  /** Of docker-compose.yml. The owner's password is in the address of the database and need not be here. */
  readonly variables: Variables;
  /** For every process, above what docker-compose.yml says. */
  readonly environment: Readonly<Record<string, string>>;
  readonly seed: 'none' | 'demo';
  /** Services whose work is done already. */
  readonly without?: readonly string[];
  readonly preload?: readonly string[];
  /** How many times as long as docker-compose.yml says processes may take to start. */
  readonly patience?: number;
  readonly output: WriteLine;
  readonly announce: WriteLine;
}

/** The processes of docker-compose.yml on this machine, ready to be started. */
export async function launch(options: LaunchOptions): Promise<ProcessGroup> {
  const { given, without = [], preload, patience, output, announce } = options;
  const compose = readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8');
  const services = parseCompose(compose, { HUB_POSTGRES_PASSWORD: 'given', ...options.variables });
  const supergraph = services.find(({ environment }) => environment.HUB_SUPERGRAPH)?.environment.HUB_SUPERGRAPH;
  const plans = await placeServices(
    services.filter(({ name }) => !without.includes(name)),
    {
      given,
      dataDir: options.dataDir,
      host: options.host,
      environment: options.environment,
      subgraphUrls: supergraph ? urlsIn(join(REPOSITORY, supergraph)) : new Map(),
      freePort,
    },
  );
  const migrate = plans.find(({ name }) => name === 'migrate');
  if (options.seed === 'demo' && migrate)
    plans.push(seedPlan(migrate, { ...given, dataDir: options.dataDir, variables: options.variables }));
  const names = plans.map(({ name }) => name);
  return new ProcessGroup(plans, { cwd: REPOSITORY, preload, patience, outputOf: prefixed(names, output), announce });
}

const urlsIn = (file: string): ReadonlyMap<string, string> => loadSupergraph(readFileSync(file, 'utf8')).urls;
