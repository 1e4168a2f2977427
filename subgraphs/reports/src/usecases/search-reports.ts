import type { Page, PageRequest } from '@hub/core';
import type { UseCaseContext } from '@hub/persistence';

import { type FoundReport, findReports, type SearchFilter } from '../data/report-search.read-model';
import { readingError } from '../domain/reading.errors';
import { soughtWords } from '../domain/searchable-text';

/** How far offset paging goes: a search is walked by its cursor. */
const FARTHEST = 1000;

/** 全文检索 over what was handed in: the committee's for the office, its own for a unit. Throws SEARCH_TOO_SHORT, SEARCH_TOO_LONG. */
export async function searchReports(
  ctx: UseCaseContext,
  query: string,
  filter: SearchFilter,
  page: PageRequest,
): Promise<Page<FoundReport>> {
  const words = soughtWords(query);
  if ((page.offset ?? 0) > FARTHEST) throw readingError('SEARCH_TOO_FAR');
  return ctx.read((tx) => findReports(tx, words, filter, page));
}
