import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportEntity } from './report.entity';
import { ReportPublicationEntity } from './report-publication.entity';

type NewPublication = Pick<ReportPublicationEntity, 'publicationId' | 'title' | 'fields' | 'readers'>;

export class PublicationRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(
    { reportId, kind, unitId, organizationName }: ReportEntity,
    publication: NewPublication,
    unitIds: readonly Id[],
    person: PersonActor,
  ): Promise<void> {
    const { committeeId, now } = this.tx;
    await this.tx.manager.insert(ReportPublicationEntity, {
      ...publication,
      committeeId,
      reportId,
      kind,
      fromUnitId: unitId,
      fromName: organizationName,
      publishedAt: now,
      publishedByAccountId: person.accountId,
      publishedByName: person.displayName,
    });
    await this.tx.execute(
      `insert into reports.report_publication_reader (committee_id, publication_id, unit_id)
       select $1, $2, unnest($3::uuid[])`,
      [committeeId, publication.publicationId, unitIds],
    );
  }

  lock(publicationId: Id): Promise<ReportPublicationEntity | null> {
    return this.tx.manager.findOne(ReportPublicationEntity, {
      where: { committeeId: this.tx.committeeId, publicationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async withdraw(publicationId: Id, withdrawReason: string): Promise<void> {
    const { committeeId, now: withdrawnAt } = this.tx;
    await this.tx.manager.update(
      ReportPublicationEntity,
      { committeeId, publicationId },
      { withdrawnAt, withdrawReason, version: () => 'version + 1' },
    );
  }
}
