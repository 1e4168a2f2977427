import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { securityError } from '../../../security/security.errors';
import { httpError } from '../../http.errors';
import { refuseSocket } from '../../refuse-socket';
import { streamError } from '../stream.errors';
import { CLOSE, SUBPROTOCOL } from './protocol';
import { WsConnection, type WsHost } from './ws-connection';

/** Where WebSockets come in: `/graphql`, by the protocol that libraries call `graphql-ws`. */
export class WsDoor {
  readonly #server: WebSocketServer;
  readonly #open = new Set<WsConnection>();
  #closing = false;

  constructor(private readonly host: WsHost) {
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      // Compression costs each connection some hundred kilobytes, for answers that are mostly small.
      perMessageDeflate: false,
      maxPayload: host.registry.host.limits.messageBytes,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
  }

  get connections(): number {
    return this.#open.size;
  }

  /** Handler of the server's `upgrade` event. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Until the library listens, an error nobody hears would end the process.
    socket.on('error', () => undefined);
    try {
      this.#assertWelcome(request);
    } catch (error) {
      refuseSocket(socket, error, this.host.ids.next());
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => {
      if (client.protocol !== SUBPROTOCOL) {
        client.on('error', () => undefined);
        client.close(CLOSE.SUBPROTOCOL_NOT_ACCEPTABLE, 'Subprotocol not acceptable');
        return;
      }
      const connection = new WsConnection(this.host, client, request);
      this.#open.add(connection);
      client.once('close', () => this.#open.delete(connection));
    });
  };

  /** Lets what is being said be said, for no longer than given; then nobody is left. */
  async close(timeoutMs: number): Promise<void> {
    this.#closing = true;
    const gone = [...this.#server.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
    const timer = setTimeout(() => {
      for (const client of this.#server.clients) client.terminate();
    }, timeoutMs);
    for (const connection of this.#open) void connection.drain();
    await Promise.all(gone);
    clearTimeout(timer);
  }

  #assertWelcome({ url, headers }: IncomingMessage): void {
    if (this.#closing) throw streamError('SHUTTING_DOWN');
    if ((url ?? '').split('?')[0] !== '/graphql') throw httpError('ROUTE_NOT_FOUND');
    if (this.#open.size >= this.host.registry.host.limits.connections) throw streamError('TOO_MANY_CONNECTIONS');
    if (isForeign(headers)) throw securityError('FOREIGN_PAGE');
  }
}

/** Browsers let pages of any origin open a WebSocket, and name the page. Programs name none. */
function isForeign({ origin, host, 'sec-fetch-site': site }: IncomingMessage['headers']): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && hostOf(origin) !== host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
