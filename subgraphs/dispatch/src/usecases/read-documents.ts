import type { Page, PageRequest } from '@hub/core';
import { requireReader } from '@hub/persistence';

import { type DocumentFilter, listDocuments as list, type PaperRow } from '../data/document.read-model';
import { type DocumentFlatRow, documentRows as rows } from '../data/document-rows.read-model';
import { documentPolicy } from '../domain/document.policy';
import { normalizeCitation } from '../domain/document-number';
import type { DispatchContext } from './context';

/** 公文库 of the office. A unit meets documents through its receipts only. */
export async function listDocuments(
  ctx: DispatchContext,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<PaperRow>> {
  assertMayList(ctx);
  return ctx.read((tx) => list(tx, tolerant(filter), page));
}

export async function listDocumentRows(
  ctx: DispatchContext,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<DocumentFlatRow>> {
  assertMayList(ctx);
  return ctx.read((tx) => rows(tx, tolerant(filter), page));
}

function assertMayList(ctx: DispatchContext): void {
  const actor = requireReader(ctx);
  documentPolicy.assertMay(actor, 'list', { committeeId: actor.committeeId });
}

/** A number is found however it was typed. */
function tolerant(filter: DocumentFilter): DocumentFilter {
  return filter.search ? { ...filter, search: normalizeCitation(filter.search).text } : filter;
}
