import type { Exchange } from '../exchange';
import type { GatewayLimits } from '../limits';
import type { Handler } from '../router';
import { sendJson } from '../send';
import type { FileGateway, IncomingFile, UploadedFile } from './file-gateway.type';
import { incomingFile } from './incoming-file';
import type { RequirePerson } from './require-person';
import { uploadBody } from './upload-body';
import { receiveForm } from './upload-form';

/**
 * `POST /files`: a multipart form (`purpose`, `targetId`, then `file`), or the bare bytes with `purpose`, `targetId`
 * and `name` in the query string. A page of another origin cannot forge it: the bearer token forces a preflight.
 */
export function uploadHandler(files: FileGateway, requirePerson: RequirePerson, limits: GatewayLimits): Handler {
  return async (exchange) => {
    const actor = await requirePerson(exchange);
    const take = (file: IncomingFile) => files.upload(actor, exchange.requestId, file);
    await sendJson(exchange, 201, await receive(exchange, limits.uploadIdleMs, take));
  };
}

async function receive(
  { request, search }: Exchange,
  idleMs: number,
  take: (file: IncomingFile) => Promise<UploadedFile>,
): Promise<UploadedFile> {
  const stream = uploadBody(request, idleMs);
  try {
    const contentType = request.headers['content-type'];
    if (contentType?.toLowerCase().startsWith('multipart/')) return await receiveForm(request.headers, stream, take);
    const given = new URLSearchParams(search);
    const [name, purpose, targetId] = ['name', 'purpose', 'targetId'].map((parameter) => given.get(parameter));
    return await take(incomingFile({ name, purpose, targetId, declaredType: contentType, stream }));
  } finally {
    stream.destroy();
  }
}
