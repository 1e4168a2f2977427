import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

import type { FailureCode } from '../send-result';
import { contains, isLoopback, isPublic, networks } from './networks';

/** Where webhooks may lead: what people enter as an address must not open the hub's own network to them. */
export interface WebhookRules {
  /** `host`, or `host:port` where the port is not 443. */
  readonly hosts: readonly string[];
  /** Networks beside the public internet in which they may lie, in CIDR notation. */
  readonly networks: readonly string[];
  /** For receivers on this machine, without encryption; they need not be listed. */
  readonly allowLoopback: boolean;
}

export type ResolveName = (host: string) => Promise<LookupAddress[]>;

const LONGEST_ADDRESS = 1_000;
const HTTPS_PORT = '443';

export class WebhookGuard {
  readonly #hosts: ReadonlySet<string>;
  readonly #networks;

  constructor(
    private readonly rules: WebhookRules,
    private readonly resolveName: ResolveName = (host) => lookup(host, { all: true }),
  ) {
    this.#hosts = new Set(rules.hosts.map((host) => (/:\d+$/.test(host) ? host : `${host}:${HTTPS_PORT}`)));
    this.#networks = networks(rules.networks);
  }

  /** The address, or why nothing is ever sent to it. */
  judge(address: string): URL | FailureCode {
    // The parser drops line ends and tabs in silence; an address that has some is none.
    if (address.length > LONGEST_ADDRESS || /[\s\p{Cc}]/u.test(address) || !URL.canParse(address)) {
      return 'ADDRESS_INVALID';
    }
    const url = new URL(address);
    if (url.username || url.password) return 'ADDRESS_INVALID';
    if (this.rules.allowLoopback && isThisMachine(url)) return isHttp(url) ? url : 'ADDRESS_INVALID';
    if (url.protocol !== 'https:') return 'ADDRESS_INVALID';
    return this.#hosts.has(`${url.hostname}:${url.port || HTTPS_PORT}`) ? url : 'HOST_NOT_ALLOWED';
  }

  /** The addresses to connect to, each looked at: asked again at the connection, the name could lead elsewhere. */
  async resolve(url: URL): Promise<readonly LookupAddress[] | FailureCode> {
    const addresses = await this.#addressesOf(hostOf(url));
    if (addresses.length === 0) return 'HOST_UNKNOWN';
    return addresses.every(({ address }) => this.#isOpen(address)) ? addresses : 'NETWORK_NOT_ALLOWED';
  }

  async #addressesOf(host: string): Promise<LookupAddress[]> {
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    // Whether a name is none or the resolver is out of order cannot be told apart: both are asked again later.
    return this.resolveName(host).catch(() => []);
  }

  #isOpen(address: string): boolean {
    if (isLoopback(address)) return this.rules.allowLoopback;
    return isPublic(address) || contains(this.#networks, address);
  }
}

const isHttp = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

const isThisMachine = (url: URL): boolean => url.hostname === 'localhost' || isLoopback(hostOf(url));

/** Without the brackets of IPv6. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
