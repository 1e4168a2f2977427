/** What clients that stay connected may cost. Tests lower these; the assembly may set them. */
export interface StreamLimits {
  /** Connections that stay open, of all clients together. */
  readonly connections: number;
  /** Operations that run on them at the same time, of all clients together. */
  readonly streams: number;
  /** Operations of one WebSocket. */
  readonly streamsPerConnection: number;
  /** Operations of one session, over all its connections. */
  readonly streamsPerSession: number;
  /** Bytes of one message of a WebSocket. */
  readonly messageBytes: number;
  /** Time between the opening of a WebSocket and its `connection_init`. */
  readonly initMs: number;
  /** Silence after which the gateway says something; a WebSocket that does not answer until the next time is dead. */
  readonly pingMs: number;
  /** Time a client has to take what was sent to it. */
  readonly slowReaderMs: number;
  /** How often a connection on which nothing happens is asked whether it may still be there. */
  readonly recheckMs: number;
}

export const DEFAULT_STREAM_LIMITS: StreamLimits = {
  connections: 10_000,
  streams: 20_000,
  streamsPerConnection: 100,
  streamsPerSession: 200,
  messageBytes: 256 * 1024,
  initMs: 5_000,
  pingMs: 12_000,
  slowReaderMs: 30_000,
  recheckMs: 60_000,
};
