import type { ResponseError } from './errors/response-error';

const CLOSE = Buffer.from('}');

/** Text of a response without data: the operation did not run. */
export function refusalBody(errors: readonly ResponseError[], requestId: string): string {
  return `{"errors":${errorsText(errors, requestId)}}`;
}

/** `extensions` is for whoever develops a client: what the operation was estimated to cost. */
export function responseBody(
  data: Buffer,
  errors: readonly ResponseError[],
  requestId: string,
  extensions?: Readonly<Record<string, unknown>>,
): Buffer {
  const first = errors.length === 0 ? '' : `"errors":${errorsText(errors, requestId)},`;
  const last = extensions === undefined ? CLOSE : Buffer.from(`,"extensions":${JSON.stringify(extensions)}}`);
  return Buffer.concat([Buffer.from(`{${first}"data":`), data, last]);
}

/** Every error carries the request id, so that a user can report it and the log can be found. */
function errorsText(errors: readonly ResponseError[], requestId: string): string {
  return JSON.stringify(errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } })));
}
