import type { SubgraphError, SubgraphRequest, SubgraphResponse } from '../../context';
import { isObject } from '../json-data';
import type { Run } from './step.type';

/** The answer of a subgraph in a form that can be trusted to be one; null when there is none. */
export async function askSubgraph(
  run: Run,
  subgraph: string,
  request: SubgraphRequest,
): Promise<SubgraphResponse | null> {
  if (run.context.signal.aborted) return null;
  try {
    return readResponse(subgraph, await run.callSubgraph(subgraph, request, run.context));
  } catch (error) {
    run.onInternalError(error, run.context);
  }
  return null;
}

/** Throws when it is no answer of GraphQL. */
export function readResponse(subgraph: string, response: unknown): SubgraphResponse {
  if (isResponse(response)) return response;
  throw new TypeError(`Subgraph ${subgraph} answered something that is no GraphQL response`);
}

function isResponse(response: unknown): response is SubgraphResponse {
  if (!isObject(response)) return false;
  const { data, errors } = response;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError))) return false;
  return isObject(data) || (Array.isArray(errors) && errors.length > 0);
}

function isError(error: unknown): error is SubgraphError {
  if (typeof error !== 'object' || error === null) return false;
  const { message, path } = error as Partial<Record<keyof SubgraphError, unknown>>;
  return typeof message === 'string' && (path === undefined || Array.isArray(path));
}

/** Only the variables the subgraph's operation declares; one that the client left out stays out. */
export function pickVariables(run: Run, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    if (Object.hasOwn(run.variables, name)) picked[name] = run.variables[name];
  }
  return picked;
}
