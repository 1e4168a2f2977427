import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { FieldValues } from '../domain/field-value';
import type { ReportEntity, ReportVisibility } from './report.entity';
import { ReportVersionEntity } from './report-version.entity';

type Of = Pick<ReportEntity, 'reportId' | 'unitId'>;

interface NewVersion {
  readonly number: number;
  readonly values: FieldValues;
  readonly visibility: ReportVisibility;
  readonly frozenAt: Date | null;
}

/** Versions of the words of a report. The report is locked by the caller, so numbers need no lock of their own. */
export class ReportVersionRepository {
  constructor(private readonly tx: Transaction) {}

  newest({ reportId }: Of): Promise<ReportVersionEntity | null> {
    return this.tx.manager.findOne(ReportVersionEntity, {
      where: { committeeId: this.tx.committeeId, reportId },
      order: { number: 'DESC' },
    });
  }

  find({ reportId }: Of, number: number): Promise<ReportVersionEntity | null> {
    return this.tx.manager.findOneBy(ReportVersionEntity, { committeeId: this.tx.committeeId, reportId, number });
  }

  async insert({ reportId, unitId }: Of, version: NewVersion, person: PersonActor): Promise<void> {
    await this.tx.manager.insert(ReportVersionEntity, {
      ...version,
      committeeId: this.tx.committeeId,
      reportId,
      unitId,
      savedAt: this.tx.now,
      savedByAccountId: person.accountId,
      savedByName: person.displayName,
    });
  }

  async rewrite(reportId: Id, number: number, values: FieldValues): Promise<void> {
    await this.#update(reportId, number, { values, savedAt: this.tx.now });
  }

  /** It stays as it is from now on; `values` are what the hub adds to it. */
  async freeze(reportId: Id, number: number, values?: FieldValues): Promise<void> {
    await this.#update(reportId, number, { ...(values ? { values } : {}), frozenAt: this.tx.now });
  }

  /** It was handed in. */
  async show(reportId: Id, number: number): Promise<void> {
    await this.#update(reportId, number, { visibility: 'COMMITTEE' });
  }

  async #update(
    reportId: Id,
    number: number,
    change: Partial<Pick<ReportVersionEntity, 'values' | 'savedAt' | 'frozenAt' | 'visibility'>>,
  ): Promise<void> {
    const { committeeId } = this.tx;
    await this.tx.manager.update(ReportVersionEntity, { committeeId, reportId, number }, change);
  }
}
