import type { GraphQLRequest } from '../../execution/executor.type';
import { httpError } from '../http.errors';
import { isShallow } from './json-depth';

type Json = Readonly<Record<string, unknown>>;

/** Deeper than any input of the graph; bounds what recursive coercion can meet. */
const MAX_VARIABLE_DEPTH = 64;

const PARAMETERS = ['query', 'operationName', 'variables', 'extensions'] as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parameters of a POST body (GraphQL over HTTP, "JSON Encoding"). */
export function parametersOfBody(body: Buffer): GraphQLRequest {
  const parsed = parseJson(body);
  if (Array.isArray(parsed)) throw httpError('BATCH_REFUSED');
  if (!isObject(parsed)) throw httpError('BODY_NOT_OBJECT');
  return checkParameters(parsed);
}

/** Parameters of a GET query string; `variables` and `extensions` are JSON text there. */
export function parametersOfSearch(search: string): GraphQLRequest {
  const given = new URLSearchParams(search);
  for (const name of PARAMETERS) {
    if (given.getAll(name).length > 1) throw httpError('PARAMETER_REPEATED', { name });
  }
  return checkParameters({
    query: given.get('query'),
    operationName: given.get('operationName') || null,
    variables: parseJsonParameter(given.get('variables'), 'VARIABLES_INVALID'),
    extensions: parseJsonParameter(given.get('extensions'), 'EXTENSIONS_INVALID'),
  });
}

function checkParameters({ query, operationName, variables, extensions }: Json): GraphQLRequest {
  if (typeof query !== 'string' || query === '') throw httpError('QUERY_INVALID');
  if (operationName != null && typeof operationName !== 'string') throw httpError('OPERATION_NAME_INVALID');
  if (variables != null && !isObject(variables)) throw httpError('VARIABLES_INVALID');
  if (extensions != null && !isObject(extensions)) throw httpError('EXTENSIONS_INVALID');
  if (!isShallow(variables, MAX_VARIABLE_DEPTH)) throw httpError('VARIABLES_TOO_DEEP', { limit: MAX_VARIABLE_DEPTH });
  return { query, operationName: operationName ?? null, variables: variables ?? null };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw httpError('BODY_NOT_JSON');
  }
}

function parseJsonParameter(text: string | null, reason: 'VARIABLES_INVALID' | 'EXTENSIONS_INVALID'): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw httpError(reason);
  }
}
