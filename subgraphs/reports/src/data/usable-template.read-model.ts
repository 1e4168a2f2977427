import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';

export interface UsableTemplate {
  readonly kind: ReportKind;
  readonly currentNumber: number;
}

/** Null for one that does not exist, or is out of use. */
export async function usableTemplate(tx: ReadTransaction, templateId: Id): Promise<UsableTemplate | null> {
  const [template] = await tx.query<UsableTemplate>(
    `select kind, current_number as "currentNumber" from reports.report_template
     where committee_id = $1 and template_id = $2 and retired_at is null`,
    [tx.committeeId, templateId],
  );
  return template ?? null;
}
