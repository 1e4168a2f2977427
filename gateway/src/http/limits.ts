/** What one client may cost. Tests lower these; the assembly may set them. */
export interface GatewayLimits {
  /** Bytes of a GraphQL request body. */
  readonly bodyBytes: number;
  /** Time from the first to the last byte of a GraphQL request body. */
  readonly bodyTimeoutMs: number;
  /** Time in which the headers of a request must have come. */
  readonly headersTimeoutMs: number;
  /** Connections at a time; more are closed as they come. */
  readonly connections: number;
  /** Proxies before the gateway whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** Silence after which an upload is given up. */
  readonly uploadIdleMs: number;
  /** Time a client has to take a whole answer, or the piece of an export or a file that is being sent. */
  readonly slowReaderMs: number;
  /** Exports that one gateway sends at the same time; each holds a page or two. */
  readonly exportsAtOnce: number;
  /** Rows that a person may export alone; for more a second person agrees first. */
  readonly exportRowsAlone: number;
  /** Time in which a drain lets requests finish before it cuts them off. */
  readonly drainTimeoutMs: number;
  /** Time between "not ready" and "not accepting", in which a load balancer notices. */
  readonly drainGraceMs: number;
}

export const DEFAULT_LIMITS: GatewayLimits = {
  bodyBytes: 1024 * 1024,
  bodyTimeoutMs: 15_000,
  headersTimeoutMs: 10_000,
  connections: 10_000,
  trustedProxies: 0,
  uploadIdleMs: 30_000,
  slowReaderMs: 60_000,
  exportsAtOnce: 8,
  exportRowsAlone: 10_000,
  drainTimeoutMs: 15_000,
  drainGraceMs: 0,
};
