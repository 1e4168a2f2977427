import type { SubgraphError } from '../../context';
import type { ResponseError } from './response-error';

/** Extensions in which GraphQL servers put stack traces. */
const INTERNAL_EXTENSIONS: ReadonlySet<string> = new Set(['exception', 'stacktrace', 'stackTrace', 'originalError']);

/** A subgraph's error as the client gets it: message, code and reason are kept, internals are not. */
export function fromSubgraph(error: SubgraphError): ResponseError {
  const kept = Object.entries(error.extensions ?? {}).filter(([key]) => !INTERNAL_EXTENSIONS.has(key));
  return { message: error.message, extensions: { code: 'INTERNAL_SERVER_ERROR', ...Object.fromEntries(kept) } };
}
