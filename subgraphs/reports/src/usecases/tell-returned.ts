import { noticeRequested } from '@hub/contracts';
import { type IdFactory, localMinute } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import { RETURN_REASONS, type ReportReturnReason } from '../domain/report-return';

/** Notices are of limited length; what they are about says the whole. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** A unit hears of a return at once, and not with the first reminder. */
export function tellReturned(
  tx: Transaction,
  ids: IdFactory,
  report: ReportEntity,
  reasons: readonly ReportReturnReason[],
  note: string | null,
): void {
  const { organizationId, unitId, resubmitDueAt, reportId, title } = report;
  const until = resubmitDueAt === null ? '' : `请于${localMinute(resubmitDueAt)}前补报。`;
  const names = reasons.map((reason) => RETURN_REASONS[reason].name).join('、');
  tx.emit(noticeRequested, reportId, {
    committeeId: tx.committeeId,
    noticeId: ids.next(),
    kind: 'RETURNED',
    addressees: [{ to: 'UNIT_DESK', organizationId }],
    about: { type: 'Report', id: reportId, obligation: 'REPORT' },
    unitId,
    level: 0,
    title: cut(`【已退回】报送：${title}`, 300),
    body: cut(`退回理由：${names}。${until}${note ? `说明：${note}` : ''}`, 2000),
    outsideText: `有1项报送被退回，${until}请登录平台办理。`,
    dueAt: resubmitDueAt?.toISOString() ?? null,
    urgent: false,
    channels: null,
    requestedAt: tx.now.toISOString(),
  });
}
