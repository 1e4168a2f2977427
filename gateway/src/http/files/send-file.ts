import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Exchange } from '../exchange';
import { end, write } from '../write-response';
import { attachmentDisposition } from './content-disposition';

/** The head of a file that leaves: an attachment that can do nothing even if a browser were to show it. */
export function headFile(response: ServerResponse, { name, contentType }: { name: string; contentType: string }): void {
  response.statusCode = 200;
  response.setHeader('content-type', contentType);
  response.setHeader('content-disposition', attachmentDisposition(name));
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('cache-control', 'private, no-store');
}

/** Hands the bytes over as they are taken. */
export async function sendStream(exchange: Exchange, stream: Readable): Promise<void> {
  const take = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) await write(exchange, chunk);
    await end(exchange);
  };
  await pipeline(stream, take, { signal: exchange.signal });
}
