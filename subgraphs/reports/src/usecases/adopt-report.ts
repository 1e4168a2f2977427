import { type Id, type LocalDate, normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ReportAdoptionRepository } from '../data/report-adoption.repository';
import { ADOPTION_LEVEL_NAMES, type AdoptionLevel, assertAdoptedOn } from '../domain/adoption';
import { reportError } from '../domain/report.errors';
import type { ReportsContext } from './context';
import { lockForDecision, type ReportDecision } from './lock-report';
import { assertMoves, moveReport } from './move-report';

export interface AdoptReportInput extends ReportDecision {
  readonly level: AdoptionLevel;
  /** 采用渠道: the bulletin or paper. */
  readonly channel: string;
  readonly adoptedOn: LocalDate;
}

const CHANNEL_LIMIT = 100;
const REASON_LIMIT = 500;

/** 登记采用: as often as it was adopted; statistics of information work count it once, at its highest level (X3). */
export async function adoptReport(ctx: ReportsContext, input: AdoptReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { level, adoptedOn } = input;
  const channel = normalizeNote('采用渠道', input.channel, CHANNEL_LIMIT);
  if (channel === null) throw reportError('ADOPTION_CHANNEL_REQUIRED');
  return ctx.command('adoptReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'adopt', input);
    assertMoves(locked, 'ADOPT');
    const { reportId, unitId, firstSubmittedAt } = locked.report;
    assertAdoptedOn(adoptedOn, firstSubmittedAt ?? tx.now, tx.now);
    const adoptions = new ReportAdoptionRepository(tx);
    if (await adoptions.has(reportId, level, channel)) {
      throw reportError('ADOPTED_ALREADY', { channel, levelName: ADOPTION_LEVEL_NAMES[level] });
    }
    const adoptionId = ctx.ids.next();
    await adoptions.insert({ adoptionId, reportId, unitId, level, channel, adoptedOn }, person);
    await moveReport(tx, ctx.ids, locked, {
      act: 'ADOPT',
      action: 'adoptReport',
      detail: { adoptionId, level, channel, adoptedOn },
    });
    return reportId;
  });
}

export interface RevokeAdoptionInput extends ReportDecision {
  readonly adoptionId: Id;
  readonly reason: string;
}

/** 撤销采用. */
export async function revokeAdoption(ctx: ReportsContext, input: RevokeAdoptionInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { reportId, adoptionId } = input;
  const reason = normalizeNote('撤销理由', input.reason, REASON_LIMIT);
  if (reason === null) throw reportError('REVOKE_REASON_REQUIRED');
  return ctx.command('revokeAdoption', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'adopt', input);
    assertMoves(locked, 'REVOKE_ADOPTION');
    const revoked = await new ReportAdoptionRepository(tx).revoke(reportId, adoptionId, reason);
    if (!revoked) throw reportError('ADOPTION_NOT_FOUND');
    await moveReport(tx, ctx.ids, locked, {
      act: 'REVOKE_ADOPTION',
      action: 'revokeAdoption',
      detail: { adoptionId, reason },
    });
    return reportId;
  });
}
