import type { Id, IdFactory, Term } from '@hub/core';
import { type DeadlineBasis, type DeadlineKey, KeptDeadlines, type NewDeadline } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import { reportsBook } from '../data/deadline-book';

/** A report whose clock runs. */
export interface OwedReport {
  readonly reportId: Id;
  readonly taskId: Id;
  /** Of the task. */
  readonly title: string;
  readonly organizationId: Id;
  readonly organizationName: string;
  readonly unitId: Id;
}

/** When it is due, and how that came about. */
export interface OwedBy {
  readonly dueAt: Date;
  readonly basis: DeadlineBasis;
  /** What a TERM was counted from, since now; null where the task says it. */
  readonly term?: Term | null;
  readonly calendarVersion?: string | null;
}

type Keyed = Pick<OwedReport, 'taskId' | 'organizationId'>;

/** What units owe, in the transaction of the act that begins, moves or ends it. */
export class ReportDeadlines {
  readonly #deadlines: KeptDeadlines;

  constructor(
    { ids }: { readonly ids: IdFactory },
    private readonly tx: Transaction,
  ) {
    this.#deadlines = new KeptDeadlines(tx, ids, reportsBook);
  }

  /** Begins clocks, now; those that were ended begin anew. */
  begin(reports: readonly (OwedReport & OwedBy)[]): Promise<void> {
    return this.#deadlines.open(reports.map((report) => this.#deadlineOf(report)));
  }

  /** Another end, told to the units with the reason. */
  move(reports: readonly Keyed[], dueAt: Date, reason: string): Promise<void> {
    const ends = reports.map((report) => ({
      ...keyOf(report),
      dueAt,
      basis: 'GRANTED' as const,
      calendarVersion: null,
    }));
    return this.#deadlines.move(ends, reason);
  }

  end(reports: readonly Keyed[], reason: string): Promise<void> {
    return this.#deadlines.close(reports.map(keyOf), reason);
  }

  #deadlineOf({ reportId, title, organizationName, unitId, ...report }: OwedReport & OwedBy): NewDeadline {
    const { organizationId, dueAt, basis, term = null, calendarVersion = null } = report;
    return {
      ...keyOf(report),
      matter: { type: 'Report', id: reportId, title, organizationName, urgency: 'ORDINARY', owedBy: 'UNIT' },
      organizationId,
      unitId,
      startedAt: this.tx.now,
      dueAt,
      basis,
      term,
      calendarVersion,
    };
  }
}

const keyOf = ({ taskId, organizationId }: Keyed): DeadlineKey => ({
  subjectId: taskId,
  partId: organizationId,
  obligation: 'REPORT',
});
