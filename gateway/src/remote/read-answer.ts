import type { ReadData, SubgraphResponse } from '../context';
import type { HttpAnswer } from './http-post';

/** What a GraphQL server calls its answers, parameters aside. */
const JSON_TYPE = /^\s*application\/(?:json|graphql-response\+json)\s*(?:;|$)/i;

/** The GraphQL response in an HTTP answer; or why there is none. */
export function readAnswer(
  { contentType, contentEncoding, body }: HttpAnswer,
  readData: ReadData | undefined,
): SubgraphResponse | string {
  if (contentType !== null && !JSON_TYPE.test(contentType)) return 'the answer is not JSON by its content type';
  // None was asked for; unpacking it would be a way around the size limit.
  if (contentEncoding !== null && contentEncoding !== 'identity') return 'the answer is compressed unasked';
  const data = readData?.(body);
  if (data) return { data };
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return isResponse(answer) ? answer : 'the answer is no GraphQL response';
  } catch {
    return 'the answer is broken JSON';
  }
}

function isResponse(answer: unknown): answer is SubgraphResponse {
  if (!isRecord(answer)) return false;
  const { data, errors } = answer;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isRecord))) return false;
  return isRecord(data) || (Array.isArray(errors) && errors.length > 0 && (data === undefined || data === null));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
