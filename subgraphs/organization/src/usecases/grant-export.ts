import { handOf, type Id, type Page, type PageRequest } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { type ExportGrantRow, listExportGrants } from '../data/export-grant.read-model';
import { type BulkExport, ExportGrantRepository } from '../data/export-grant.repository';
import { assertDecidable, assertExportReason } from '../domain/export-grant';
import { exportGrantPolicy } from '../domain/export-grant.policy';
import { serviceError } from '../domain/service.errors';
import type { OrganizationContext } from './context';

type Granted = Promise<{ grantId: Id }>;

/** 申请批量导出: of one document with one set of variables, as the refusal of the export named them. */
export async function requestExport(
  ctx: OrganizationContext,
  { reason, ...bulk }: BulkExport & { readonly reason: string },
): Granted {
  const actor = requirePerson(ctx);
  const { accountId, committeeId } = actor;
  exportGrantPolicy.assertMay(actor, 'requestExport', { committeeId, ownerAccountId: accountId });
  assertExportReason(reason);
  return ctx.command('requestExport', { ...bulk, reason }, async (tx) => {
    const grantId = ctx.ids.next();
    await new ExportGrantRepository(tx).insert(grantId, bulk, reason.trim(), actor);
    const after = { ...bulk, reason: reason.trim(), state: 'REQUESTED' };
    tx.audit({ action: 'requestExport', objectType: 'exportGrant', objectId: grantId, after });
    return { grantId };
  });
}

export interface GrantDecision {
  readonly grantId: Id;
  readonly expectedVersion: number;
  readonly note?: string | null;
}

export const approveExport = (ctx: OrganizationContext, decision: GrantDecision): Granted =>
  decide(ctx, 'approveExport', 'APPROVED', decision);

export const rejectExport = (ctx: OrganizationContext, decision: GrantDecision): Granted =>
  decide(ctx, 'rejectExport', 'REJECTED', decision);

async function decide(
  ctx: OrganizationContext,
  action: 'approveExport' | 'rejectExport',
  state: 'APPROVED' | 'REJECTED',
  decision: GrantDecision,
): Granted {
  const actor = requirePerson(ctx);
  const { committeeId, unitId: own } = actor;
  exportGrantPolicy.assertMay(actor, 'decideExport', { committeeId, unitId: own });
  return ctx.command(action, decision, async (tx) => {
    const { grantId, expectedVersion } = decision;
    const note = decision.note?.trim() || null;
    const grants = new ExportGrantRepository(tx);
    const grant = await grants.lock(grantId);
    if (grant === null) throw serviceError('EXPORT_GRANT_NOT_FOUND');
    exportGrantPolicy.assertMay(actor, 'decideExport', { committeeId, unitId: grant.unitId });
    assertVersion(grant.version, expectedVersion);
    assertDecidable(grant, handOf(actor));
    await grants.decide(grantId, state, actor, note);
    tx.audit({
      action,
      objectType: 'exportGrant',
      objectId: grantId,
      before: { state: grant.state },
      after: { state, ...(note === null ? {} : { note }) },
    });
    return { grantId };
  });
}

/** The requests a person made; whoever may decide sees those of the unit, or of the committee. */
export function readExportGrants(ctx: OrganizationContext, page: PageRequest): Promise<Page<ExportGrantRow>> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId, unitId } = actor;
  const may = (target: object) => exportGrantPolicy.may(actor, 'readExportGrants', { committeeId, ...target });
  if (may({})) return ctx.read((tx) => listExportGrants(tx, { unitId: null, accountId: null }, page));
  if (may({ unitId })) return ctx.read((tx) => listExportGrants(tx, { unitId, accountId: null }, page));
  exportGrantPolicy.assertMay(actor, 'readExportGrants', { committeeId, ownerAccountId: accountId });
  return ctx.read((tx) => listExportGrants(tx, { unitId: null, accountId }, page));
}
