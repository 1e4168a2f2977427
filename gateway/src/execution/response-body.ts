import type { ResponseError } from './errors/response-error';

/** Text of a response without data: the operation did not run. */
export function refusalBody(errors: readonly ResponseError[], requestId: string): string {
  return `{"errors":${errorsText(errors, requestId)}}`;
}

export function responseBody(data: string, errors: readonly ResponseError[], requestId: string): string {
  return errors.length === 0 ? `{"data":${data}}` : `{"errors":${errorsText(errors, requestId)},"data":${data}}`;
}

/** Every error carries the request id, so that a user can report it and the log can be found. */
function errorsText(errors: readonly ResponseError[], requestId: string): string {
  return JSON.stringify(errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } })));
}
