import type { ComposeService, Condition, Healthcheck, RestartPolicy } from '../compose/compose.type';

/** One process as it is run on this machine: what docker-compose.yml says, with addresses and folders of here. */
export interface ProcessPlan {
  readonly name: string;
  /** Arguments of Node, the program first. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly dependsOn: ReadonlyMap<string, Condition>;
  readonly healthcheck: (Healthcheck & { readonly port: number | null }) | null;
  readonly restart: RestartPolicy;
  readonly stopSignal: NodeJS.Signals;
  readonly stopGraceMs: number;
  /** Port in its container → port on this machine. */
  readonly ports: ReadonlyMap<number, number>;
}

/** A service listens where one of its variables says; there is nothing else to know it by. */
const PORT_VARIABLE = /_PORT$/;

/** The ports a service listens on in its container. */
export function containerPorts({ environment }: ComposeService): number[] {
  return Object.entries(environment)
    .filter(([name]) => PORT_VARIABLE.test(name))
    .map(([, value]) => Number(value));
}

export const isPortVariable = (name: string): boolean => PORT_VARIABLE.test(name);
