import { httpError } from '../http.errors';
import type { Handler } from '../router';
import type { FileGateway } from './file-gateway.type';
import type { RequirePerson } from './require-person';
import { headFile, sendStream } from './send-file';

const TOKEN = /^[A-Za-z0-9._~-]{1,2048}$/;

/** `GET /files/<token>`: the bytes, as an attachment. */
export function downloadHandler(files: FileGateway, requirePerson: RequirePerson): Handler {
  return async (exchange, token) => {
    if (!TOKEN.test(token)) throw httpError('ROUTE_NOT_FOUND');
    const actor = await requirePerson(exchange);
    const { name, contentType, size, stream } = await files.open(actor, token);
    const { response } = exchange;
    headFile(response, { name, contentType });
    response.setHeader('content-length', size);
    await sendStream(exchange, stream);
  };
}
