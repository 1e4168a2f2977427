import { DomainError, isErrorKind } from '@hub/core';

import type { RequestContext } from '../context';
import type { ExecuteOptions, GatewayExecutor } from '../execution/executor.type';
import { type ExportPlan, ROWS } from './export-plan';
import { exportError } from './exports.errors';
import type { Variables } from './variables';

/** As large as the subgraphs let a page be: each costs one answer of memory, whatever the whole is. */
export const PAGE_SIZE = 1000;

interface Answer {
  readonly data?: { readonly [ROWS]?: unknown } | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: unknown; readonly reason?: unknown };
  }[];
}

interface Connection {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PageRun {
  readonly plan: ExportPlan;
  readonly variables: Variables;
  readonly executor: GatewayExecutor;
  /** Asked before the first page and no other: an export is one operation, and half of one is worth nothing. */
  readonly admit: ExecuteOptions['admit'];
  /** Asked anew before each page: whoever lost the right to read gets no further one. */
  readonly context: () => Promise<RequestContext>;
}

/** The rows page by page; the next page is asked for when the one before has been taken. */
export async function* exportPages({
  plan,
  variables,
  executor,
  admit,
  context,
}: PageRun): AsyncGenerator<readonly unknown[]> {
  const { text: query, operationName, paging } = plan;
  let after: string | null = null;
  for (;;) {
    const page = paging ? { [paging.first]: PAGE_SIZE, [paging.after]: after } : {};
    const request = { query, operationName, variables: { ...variables, ...page } };
    const { body } = await executor.execute(request, await context(), {
      allowMutations: false,
      ...(after === null ? { admit } : {}),
    });
    const rows = rowsOf(JSON.parse(body.toString()) as Answer);
    if (!paging) return yield rows as readonly unknown[];
    const { nodes, pageInfo } = rows as Connection;
    yield nodes;
    if (!pageInfo.hasNextPage) return;
    // A page that promises more and does not say where would be asked for for ever.
    if (pageInfo.endCursor === null || pageInfo.endCursor === after) throw exportError('EXPORT_FAILED');
    after = pageInfo.endCursor;
  }
}

/** How many rows there are, as far as the reader may know; null when it cannot be told before they are read. */
export async function countRows({ plan, variables, executor, context }: PageRun): Promise<number | null> {
  if (plan.count === null) return null;
  const request = { query: plan.count, operationName: plan.operationName, variables };
  const { body } = await executor.execute(request, await context(), { allowMutations: false });
  const { totalCount } = rowsOf(JSON.parse(body.toString()) as Answer) as { readonly totalCount: number };
  return totalCount;
}

/** A page with an error in it is no page: a file with holes looks whole. */
function rowsOf({ data, errors }: Answer): unknown {
  const error = errors?.[0];
  if (error) {
    const { code, reason } = error.extensions ?? {};
    if (isErrorKind(code)) throw new DomainError(code, typeof reason === 'string' ? reason : code, error.message);
    if (typeof code === 'string' && code.startsWith('GRAPHQL_'))
      throw new DomainError('BAD_USER_INPUT', code, error.message);
    throw exportError('EXPORT_FAILED');
  }
  const rows = data?.[ROWS];
  if (rows === null || rows === undefined) throw exportError('EXPORT_FAILED');
  return rows;
}
