import { type Id, normalizeNote } from '@hub/core';
import { assertVersion, requirePerson, type Transaction } from '@hub/persistence';

import { knowsUnits } from '../data/known-units.read-model';
import { PublicationRepository } from '../data/publication.repository';
import type { ReportEntity } from '../data/report.entity';
import { ReportVersionRepository } from '../data/report-version.repository';
import { type PublicationReaders, publishedFields } from '../domain/publication';
import { reportError } from '../domain/report.errors';
import { reportPolicy } from '../domain/report.policy';
import { cleanReportTitle } from '../domain/report-title';
import type { ReportsContext } from './context';
import { lockForDecision, type ReportDecision } from './lock-report';
import { assertMoves, moveReport } from './move-report';

export interface PublishReportInput extends ReportDecision {
  /** As its readers see it; as the report is called when it is left out. */
  readonly title?: string | null;
  readonly fieldKeys: readonly string[];
  readonly readers: PublicationReaders;
  /** The chosen ones. */
  readonly unitIds?: readonly Id[] | null;
}

/** 刊发: chosen fields for chosen readers, as they are now. Readers see this and never the report. */
export async function publishReport(ctx: ReportsContext, input: PublishReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const unitIds = readersOf(input);
  return ctx.command('publishReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'publish', input);
    const { report, form } = locked;
    assertMoves(locked, 'PUBLISH');
    if (report.publicAllowed !== true) throw reportError('PUBLICATION_NOT_ALLOWED');
    if (!(await knowsUnits(tx, unitIds))) throw reportError('READER_NOT_FOUND');
    const fields = publishedFields(form.fields, await handedInValues(tx, report), input.fieldKeys);
    const publicationId = ctx.ids.next();
    const title = input.title ? cleanReportTitle(input.title) : report.title;
    const { readers } = input;
    await new PublicationRepository(tx).insert(report, { publicationId, title, fields, readers }, unitIds, person);
    await moveReport(tx, ctx.ids, locked, {
      act: 'PUBLISH',
      action: 'publishReport',
      detail: { publicationId, fieldKeys: fields.map(({ field }) => field.key), readers, unitIds },
    });
    return publicationId;
  });
}

function readersOf({ readers, unitIds }: PublishReportInput): readonly Id[] {
  if (readers === 'ALL') return [];
  const chosen = [...new Set(unitIds ?? [])];
  if (chosen.length === 0) throw reportError('READERS_REQUIRED');
  return chosen;
}

async function handedInValues(tx: Transaction, report: ReportEntity) {
  const version = await new ReportVersionRepository(tx).find(report, report.submittedNumber ?? 0);
  return version?.values ?? {};
}

export interface WithdrawPublicationInput {
  readonly publicationId: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

const REASON_LIMIT = 500;

/** 撤下刊发: its readers see it no more. */
export async function withdrawPublication(ctx: ReportsContext, input: WithdrawPublicationInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { publicationId } = input;
  reportPolicy.assertMay(person, 'publish', person);
  const reason = normalizeNote('撤下理由', input.reason, REASON_LIMIT);
  if (reason === null) throw reportError('REVOKE_REASON_REQUIRED');
  return ctx.command('withdrawPublication', input, async (tx) => {
    const publications = new PublicationRepository(tx);
    const publication = await publications.lock(publicationId);
    if (publication === null || publication.withdrawnAt !== null) throw reportError('PUBLICATION_NOT_FOUND');
    assertVersion(publication.version, input.expectedVersion);
    await publications.withdraw(publicationId, reason);
    const { reportId } = publication;
    const after = { publicationId, reason };
    tx.audit({ action: 'withdrawPublication', objectType: 'report', objectId: reportId, after });
    return publicationId;
  });
}
