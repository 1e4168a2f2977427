import type { ResponseError } from './errors/response-error';
import { keptBytes } from './kept-bytes';

/** Around the data of an answer: where nothing went wrong it is whole with them, for a large one is not copied twice. */
export const DATA_OPEN = keptBytes('{"data":');
export const DATA_CLOSE = keptBytes('}');
export const NO_DATA = Buffer.from('{"data":null}');

export function dataLength(answer: Buffer): number {
  return answer.length - DATA_OPEN.length - DATA_CLOSE.length;
}

/** Text of a response without data: the operation did not run. */
export function refusalBody(errors: readonly ResponseError[], requestId: string): string {
  return `{"errors":${errorsText(errors, requestId)}}`;
}

/** `answer` has its data alone. `extensions` is for whoever develops a client: what the operation was estimated to cost. */
export function responseBody(
  answer: Buffer,
  errors: readonly ResponseError[],
  requestId: string,
  extensions?: Readonly<Record<string, unknown>>,
): Buffer {
  if (errors.length === 0 && extensions === undefined) return answer;
  const first = errors.length === 0 ? '{' : `{"errors":${errorsText(errors, requestId)},`;
  const last = extensions === undefined ? '}' : `,"extensions":${JSON.stringify(extensions)}}`;
  return Buffer.concat([Buffer.from(first), answer.subarray(1, -1), Buffer.from(last)]);
}

/** Every error carries the request id, so that a user can report it and the log can be found. */
function errorsText(errors: readonly ResponseError[], requestId: string): string {
  return JSON.stringify(errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } })));
}
