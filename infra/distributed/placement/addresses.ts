import { roleUrl } from '@hub/persistence';

import { LOOPBACK } from '../../local/port';

/** The services that are not ours, by the address at which they already run. */
export interface GivenServices {
  /** Of the owner of the database. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** Names of services in docker-compose.yml that `GivenServices` stands for. */
export const GIVEN = ['postgres', 'redis'] as const;

/** Where the services of a compose network are found on this machine. */
export class Addresses {
  constructor(
    private readonly given: GivenServices,
    /** Login of the database's owner in docker-compose.yml; the owner here may have another name. */
    private readonly ownerName: string,
    /** Service → its port in the network → its port here. */
    private readonly ports: ReadonlyMap<string, ReadonlyMap<number, number>>,
  ) {}

  /** The same address as it is reached from here; what is no address of a service stays as it is. */
  translate(value: string): string {
    if (!URL.canParse(value)) return value;
    const url = new URL(value);
    if (url.hostname === 'postgres') return this.#database(url);
    if (url.hostname === 'redis') return this.given.redisUrl;
    const here = this.ports.get(url.hostname)?.get(Number(url.port));
    if (here === undefined) return value;
    url.host = `${LOOPBACK}:${here}`;
    return url.toString();
  }

  #database({ username, password }: URL): string {
    if (username === this.ownerName) return this.given.databaseUrl;
    return roleUrl(this.given.databaseUrl, username, decodeURIComponent(password));
  }
}
