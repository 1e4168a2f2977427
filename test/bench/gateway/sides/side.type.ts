import type { PersonActor } from '@hub/core';

/** What every gateway of the bench is given. Keys as hexadecimal text: it travels between processes. */
export interface SideSetting {
  readonly supergraph: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly accessTokenKey: string;
  readonly callerKey: string;
  readonly actor: PersonActor;
}

/** Opens a gateway on a free port of the loopback. */
export type OpenSide = (setting: SideSetting) => Promise<{ port: number }>;

/** Asks one subgraph one thing, and takes its data. */
export type Ask = (subgraph: string, query: string, variables: object) => Promise<Record<string, never>>;
