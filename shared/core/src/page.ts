import { DomainError } from './errors';

/** What a list query asks for: forward cursor paging, or offset paging for tables and dashboards. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
  readonly offset: number | null;
  /** false: nobody reads `totalCount`, so the list need not be counted (it is 0 then). */
  readonly counted?: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  /** Cursor of the last item; null when the page is empty. */
  readonly endCursor: string | null;
}

export const MAX_PAGE_SIZE = 1000;

interface PageInput {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly offset?: number | null;
}

export function pageRequest(input: PageInput, defaultSize = 50): PageRequest {
  const first = input.first ?? defaultSize;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    throw new DomainError('BAD_USER_INPUT', 'PAGE_SIZE', `每页条数须为 1 至 ${MAX_PAGE_SIZE} 的整数。`);
  }
  const offset = input.offset ?? null;
  if (offset !== null && (!Number.isInteger(offset) || offset < 0)) {
    throw new DomainError('BAD_USER_INPUT', 'PAGE_OFFSET', '起始位置须为不小于 0 的整数。');
  }
  if (offset !== null && input.after) {
    throw new DomainError('BAD_USER_INPUT', 'PAGE_STYLE', '游标与起始位置不能同时使用。');
  }
  return { first, after: input.after ?? null, offset };
}

/** Cursors are opaque to clients: the sort key of the last row, as JSON in base64url. */
export function encodeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

export function decodeCursor(cursor: string, length: number): readonly unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length) return key;
  } catch {
    // Falls through to the refusal below: a cursor is only ever one of ours.
  }
  throw new DomainError('BAD_USER_INPUT', 'PAGE_CURSOR', '分页游标无效，请从第一页重新开始。');
}

/**
 * Makes a page out of rows fetched one beyond the page size; `keyOf` names the sort key that the cursor carries.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  size: number,
  totalCount: number,
  keyOf: (row: Row) => readonly unknown[],
): Page<Row> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, totalCount, hasNextPage: rows.length > size, endCursor: last ? encodeCursor(keyOf(last)) : null };
}
