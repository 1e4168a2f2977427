import type { AskedDocument } from '../../documents';
import type { GraphQLRequest } from '../../execution/executor.type';
import { isObject } from '../../execution/json-data';
import { httpError } from '../http.errors';
import { parseJson } from '../parse-json';
import { isShallow } from './json-depth';

type Json = Readonly<Record<string, unknown>>;

/** Deeper than any input of the graph; bounds what recursive coercion can meet. */
const MAX_VARIABLE_DEPTH = 64;

const PARAMETERS = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

/** What a request says, before it is known which document runs. */
export type GraphQLParameters = AskedDocument & Pick<GraphQLRequest, 'variables' | 'operationName'>;

/** Parameters of a POST body (GraphQL over HTTP, "JSON Encoding"). */
export function parametersOfBody(body: Buffer): GraphQLParameters {
  const parsed = parseJson(body, () => httpError('BODY_NOT_JSON'));
  if (Array.isArray(parsed)) throw httpError('BATCH_REFUSED');
  if (!isObject(parsed)) throw httpError('BODY_NOT_OBJECT');
  return checkParameters(parsed);
}

/** Parameters of a GET query string; `variables` and `extensions` are JSON text there. */
export function parametersOfSearch(search: string): GraphQLParameters {
  const given = new URLSearchParams(search);
  for (const name of PARAMETERS) {
    if (given.getAll(name).length > 1) throw httpError('PARAMETER_REPEATED', { name });
  }
  return checkParameters({
    query: given.get('query'),
    documentId: given.get('documentId') || null,
    operationName: given.get('operationName') || null,
    variables: parseJsonParameter(given.get('variables'), 'VARIABLES_INVALID'),
    extensions: parseJsonParameter(given.get('extensions'), 'EXTENSIONS_INVALID'),
  });
}

/** What came, from wherever, in the shape of a request. */
export function checkParameters({ query, documentId, operationName, variables, extensions }: Json): GraphQLParameters {
  if (extensions != null && !isObject(extensions)) throw httpError('EXTENSIONS_INVALID');
  const named = documentId ?? persistedQueryOf(extensions ?? {});
  if (named !== null && typeof named !== 'string') throw httpError('DOCUMENT_ID_INVALID');
  if ((query != null || named === null) && (typeof query !== 'string' || query === ''))
    throw httpError('QUERY_INVALID');
  if (operationName != null && typeof operationName !== 'string') throw httpError('OPERATION_NAME_INVALID');
  if (variables != null && !isObject(variables)) throw httpError('VARIABLES_INVALID');
  if (!isShallow(variables, MAX_VARIABLE_DEPTH)) throw httpError('VARIABLES_TOO_DEEP', { limit: MAX_VARIABLE_DEPTH });
  return {
    query: (query as string | undefined) ?? null,
    documentId: named,
    operationName: operationName ?? null,
    variables: variables ?? null,
  };
}

/** How clients of "automatic persisted queries" name a document. Known ones are found; none is ever registered so. */
function persistedQueryOf({ persistedQuery }: Json): unknown {
  return isObject(persistedQuery) ? (persistedQuery.sha256Hash ?? null) : null;
}

function parseJsonParameter(text: string | null, reason: 'VARIABLES_INVALID' | 'EXTENSIONS_INVALID'): unknown {
  return text === null || text === '' ? null : parseJson(text, () => httpError(reason));
}
