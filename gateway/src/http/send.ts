import { chooseEncoding, compress } from './compression';
import type { Exchange } from './exchange';
import { cutOffWhenSlow } from './write-response';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

/** Sends a whole body, compressed when the client takes it. Nothing happens when the client already left. */
export async function send(exchange: Exchange, { status, contentType, body }: Answer): Promise<void> {
  const { request, response } = exchange;
  // Encoded once: its length is asked for twice, and Node would encode a text once more to write it.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const encoding = chooseEncoding(request.headers['accept-encoding'], bytes.length);
  const payload = encoding === null ? bytes : await compress(bytes, encoding);
  if (response.destroyed || response.headersSent) return;
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', payload.length);
  response.appendHeader('vary', 'Accept-Encoding');
  if (encoding !== null) response.setHeader('content-encoding', encoding);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.end(payload);
  // What the connection took at once waits for nobody.
  if (response.socket?.writableLength) response.once('close', cutOffWhenSlow(exchange));
}

export function sendJson(exchange: Exchange, status: number, body: unknown): Promise<void> {
  return send(exchange, { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) });
}
