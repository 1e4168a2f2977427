import { join } from 'node:path';

import { LOOPBACK } from '../../local/port';
import type { ComposeService } from '../compose/compose.type';
import { distributedError } from '../distributed.errors';
import { Addresses, GIVEN, type GivenServices } from './addresses';
import { containerPorts, isPortVariable, type ProcessPlan } from './process-plan';

export interface PlacementOptions {
  readonly given: GivenServices;
  /** Stands for the volumes of docker-compose.yml: one folder in it for each. */
  readonly dataDir: string;
  /** Where published ports are opened; the others stay on the loopback address. */
  readonly host: string;
  /** What the image says, or this machine needs: it stands above what docker-compose.yml says. */
  readonly environment: Readonly<Record<string, string>>;
  /** Subgraph by name → its address in the compose network. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly freePort: () => Promise<number>;
}

/** Puts the services of docker-compose.yml that are ours on this machine. */
export async function placeServices(
  services: readonly ComposeService[],
  options: PlacementOptions,
): Promise<ProcessPlan[]> {
  const ours = services.filter(({ isBuilt }) => isBuilt);
  const stranger = services.find(({ name, isBuilt }) => !isBuilt && !GIVEN.some((given) => given === name));
  if (stranger) throw distributedError('SERVICE_UNKNOWN', { name: stranger.name });
  const ports = new Map<string, ReadonlyMap<number, number>>();
  for (const service of ours) ports.set(service.name, await placePorts(service, options.freePort));
  const ownerName = services.find(({ name }) => name === 'postgres')?.environment.POSTGRES_USER ?? '';
  const addresses = new Addresses(options.given, ownerName, ports);
  return ours.map((service) => {
    // What is already there, by address or because the caller left it out, is waited for by nobody.
    const dependsOn = new Map([...service.dependsOn].filter(([other]) => ports.has(other)));
    return placeService({ ...service, dependsOn }, ports.get(service.name) ?? new Map(), addresses, options);
  });
}

/** A published port is where people look for the service; the others are nobody's business. */
async function placePorts(service: ComposeService, freePort: () => Promise<number>): Promise<Map<number, number>> {
  const here = new Map<number, number>();
  for (const port of containerPorts(service)) {
    const published = service.ports.find(({ target }) => target === port)?.published;
    here.set(port, published ?? (await freePort()));
  }
  return here;
}

function placeService(
  service: ComposeService,
  ports: ReadonlyMap<number, number>,
  addresses: Addresses,
  options: PlacementOptions,
): ProcessPlan {
  const { name, command, dependsOn, healthcheck, restart, stopSignal, stopGraceMs } = service;
  const [program, ...args] = command;
  if (program !== 'node') throw distributedError('SERVICE_UNKNOWN', { name });
  const environment = Object.entries(service.environment).map(([variable, value]) => {
    if (isPortVariable(variable)) return [variable, String(ports.get(Number(value)) ?? value)];
    return [variable, addresses.translate(placePath(value, service, options.dataDir))];
  });
  return {
    name,
    args,
    environment: {
      ...Object.fromEntries(environment),
      ...subgraphUrls(service, addresses, options),
      HUB_HOST: service.ports.length > 0 ? options.host : LOOPBACK,
      ...options.environment,
    },
    dependsOn,
    healthcheck: healthcheck && {
      ...healthcheck,
      command: healthcheck.command.map((word) => placeOwnAddress(word, ports)),
      port: [...ports.values()][0] ?? null,
    },
    restart,
    stopSignal,
    stopGraceMs,
    ports,
  };
}

/** A path inside a volume is a path inside the folder that stands for it. */
function placePath(value: string, { volumes }: ComposeService, dataDir: string): string {
  const volume = volumes.find(({ mount }) => value === mount || value.startsWith(`${mount}/`));
  return volume ? join(dataDir, volume.name, value.slice(volume.mount.length)) : value;
}

/** A container is alone on its loopback address; here every port on it is another process. */
function placeOwnAddress(word: string, ports: ReadonlyMap<number, number>): string {
  return word.replace(/(127\.0\.0\.1|localhost):(\d+)/g, (address, host: string, port: string) => {
    const here = ports.get(Number(port));
    return here === undefined ? address : `${host}:${here}`;
  });
}

/** Whoever reads the supergraph finds addresses of the compose network in it, and is told those of here. */
function subgraphUrls(
  service: ComposeService,
  addresses: Addresses,
  options: PlacementOptions,
): Record<string, string> {
  if (!service.environment.HUB_SUPERGRAPH) return {};
  const urls = [...options.subgraphUrls].map(([name, url]) => `${name}=${addresses.translate(url)}`);
  return { HUB_SUBGRAPH_URLS: urls.join(',') };
}
