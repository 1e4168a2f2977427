import { pipeline } from 'node:stream/promises';

import type { Exchange } from '../exchange';
import { httpError } from '../http.errors';
import type { Handler } from '../router';
import { end, write } from '../write-response';
import { attachmentDisposition } from './content-disposition';
import type { FileGateway } from './file-gateway.type';
import type { RequirePerson } from './require-person';

const TOKEN = /^[A-Za-z0-9._~-]{1,2048}$/;

/** `GET /files/<token>`: the bytes as an attachment that can do nothing even if a browser were to show it. */
export function downloadHandler(files: FileGateway, requirePerson: RequirePerson): Handler {
  return async (exchange, token) => {
    if (!TOKEN.test(token)) throw httpError('ROUTE_NOT_FOUND');
    const actor = await requirePerson(exchange);
    const { name, contentType, size, stream } = await files.open(actor, token);
    const { response } = exchange;
    response.setHeader('content-type', contentType);
    response.setHeader('content-length', size);
    response.setHeader('content-disposition', attachmentDisposition(name));
    response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
    response.setHeader('cache-control', 'private, no-store');
    await pipeline(stream, takenBy(exchange), { signal: exchange.signal });
  };
}

/** Hands the bytes over as they are taken. */
const takenBy = (exchange: Exchange) => async (stream: AsyncIterable<Uint8Array>) => {
  for await (const chunk of stream) await write(exchange, chunk);
  await end(exchange);
};
