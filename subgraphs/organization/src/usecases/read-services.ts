import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type ExportRow, listExports } from '../data/export-log.read-model';
import { listRegisteredDocuments, type RegisteredDocumentRow } from '../data/registered-document.read-model';
import { listServiceTokens, type ServiceTokenRow } from '../data/service-token.read-model';
import type { DocumentState } from '../domain/registered-document';
import { type ServiceVerb, servicePolicy } from '../domain/service.policy';
import type { OrganizationContext } from './context';

// What administrators see of the programs that read: the tokens, the documents, and what was fetched with them.

export function readServiceTokens(ctx: OrganizationContext, page: PageRequest): Promise<Page<ServiceTokenRow>> {
  assertMayRead(ctx, 'readServiceTokens');
  return ctx.read((tx) => listServiceTokens(tx, page));
}

export function readRegisteredDocuments(
  ctx: OrganizationContext,
  states: readonly DocumentState[] | null,
  page: PageRequest,
): Promise<Page<RegisteredDocumentRow>> {
  assertMayRead(ctx, 'readDocuments');
  return ctx.read((tx) => listRegisteredDocuments(tx, states, page));
}

export function readExports(ctx: OrganizationContext, page: PageRequest): Promise<Page<ExportRow>> {
  assertMayRead(ctx, 'readExports');
  return ctx.read((tx) => listExports(tx, page));
}

function assertMayRead(ctx: OrganizationContext, verb: ServiceVerb): void {
  const actor = requirePerson(ctx);
  servicePolicy.assertMay(actor, verb, { committeeId: actor.committeeId });
}
