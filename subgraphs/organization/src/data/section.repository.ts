import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { SectionEntity } from './section.entity';

export class SectionRepository {
  constructor(private readonly tx: Transaction) {}

  find(sectionId: Id): Promise<SectionEntity | null> {
    return this.tx.manager.findOneBy(SectionEntity, { committeeId: this.tx.committeeId, sectionId });
  }

  isNameTaken(organizationId: Id, name: string): Promise<boolean> {
    return this.tx.manager.existsBy(SectionEntity, { committeeId: this.tx.committeeId, organizationId, name });
  }

  async insert(section: SectionEntity): Promise<void> {
    await this.tx.manager.insert(SectionEntity, section);
  }
}
