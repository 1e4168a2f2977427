import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

import busboy, { type Busboy } from 'busboy';

import { fileError } from './file.errors';
import type { IncomingFile } from './file-gateway.type';
import { incomingFile } from './incoming-file';

const LIMITS = { files: 1, fields: 4, parts: 5, fieldNameSize: 64, fieldSize: 1024, headerPairs: 20 };

type Take<T> = (file: IncomingFile) => Promise<T>;

/**
 * Reads a multipart form of one file, its fields first. The file's stream ends only when the whole form has arrived
 * soundly: whoever takes it never keeps a file out of a form that turns out to be broken.
 */
export function receiveForm<T>(headers: IncomingHttpHeaders, body: Readable, take: Take<T>): Promise<T> {
  const parser = createParser(headers);
  const fields = new Map<string, string>();
  let file: PassThrough | null = null;

  return new Promise<T>((resolve, reject) => {
    // Once the file is being taken, the taker reports the failure, after it has cleaned up.
    const fail = (error: Error) => (file ? file.destroy(error) : reject(error));
    const refuse = () => fail(fileError('UPLOAD_FORM_INVALID'));

    parser.on('field', (name, value, { valueTruncated }) => (valueTruncated ? refuse() : fields.set(name, value)));
    parser.on('file', (_field, stream, { filename, mimeType }) => {
      try {
        const held = new PassThrough();
        const incoming = incomingFile({
          name: filename,
          declaredType: mimeType,
          purpose: fields.get('purpose'),
          targetId: fields.get('targetId'),
          stream: held,
        });
        file = hold(stream, held);
        take(incoming).then(resolve, reject);
      } catch (error) {
        stream.resume();
        reject(error);
      }
    });
    parser.on('filesLimit', refuse).on('fieldsLimit', refuse).on('partsLimit', refuse);
    parser.on('error', () => fail(fileError('UPLOAD_INCOMPLETE')));
    parser.on('close', () => (file ? file.end() : reject(fileError('FILE_REQUIRED'))));
    body.on('error', fail);
    body.pipe(parser);
  }).finally(() => {
    body.destroy();
    parser.destroy();
  });
}

function createParser(headers: IncomingHttpHeaders): Busboy {
  try {
    return busboy({ headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    // No boundary, or none that a form may have.
    throw fileError('UPLOAD_FORM_INVALID');
  }
}

/** Passes the bytes on, but not the end. */
function hold(part: Readable, held: PassThrough): PassThrough {
  held.on('error', () => undefined);
  part.on('error', () => held.destroy(fileError('UPLOAD_INCOMPLETE')));
  part.pipe(held, { end: false });
  return held;
}
