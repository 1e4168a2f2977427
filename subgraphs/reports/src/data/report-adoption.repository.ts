import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { IsNull } from 'typeorm';

import type { AdoptionLevel } from '../domain/adoption';
import { ReportAdoptionEntity } from './report-adoption.entity';

type NewAdoption = Pick<ReportAdoptionEntity, 'adoptionId' | 'reportId' | 'unitId' | 'level' | 'channel' | 'adoptedOn'>;

/** Adoptions of a report, which the caller has locked. */
export class ReportAdoptionRepository {
  constructor(private readonly tx: Transaction) {}

  /** Whether it stands already at this level in this channel. */
  has(reportId: Id, level: AdoptionLevel, channel: string): Promise<boolean> {
    const { committeeId } = this.tx;
    return this.tx.manager.existsBy(ReportAdoptionEntity, {
      committeeId,
      reportId,
      level,
      channel,
      revokedAt: IsNull(),
    });
  }

  async insert(adoption: NewAdoption, person: PersonActor): Promise<void> {
    await this.tx.manager.insert(ReportAdoptionEntity, {
      ...adoption,
      committeeId: this.tx.committeeId,
      recordedAt: this.tx.now,
      recordedByAccountId: person.accountId,
      recordedByName: person.displayName,
    });
  }

  /** Whether there was one to revoke. */
  async revoke(reportId: Id, adoptionId: Id, reason: string): Promise<boolean> {
    const { committeeId } = this.tx;
    const { affected } = await this.tx.manager.update(
      ReportAdoptionEntity,
      { committeeId, reportId, adoptionId, revokedAt: IsNull() },
      { revokedAt: this.tx.now, revokeReason: reason },
    );
    return affected === 1;
  }
}
