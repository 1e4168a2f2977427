import { AttachmentRepository } from '@hub/files';
import type { Transaction } from '@hub/persistence';

import { AttachmentEntity } from './attachment.entity';

export class DocumentFileRepository extends AttachmentRepository<AttachmentEntity> {
  constructor(tx: Transaction) {
    super(tx, AttachmentEntity);
  }

  protected async lastOrdinal({ documentId }: Pick<AttachmentEntity, 'documentId'>): Promise<number> {
    const [row] = await this.tx.query<{ last: number }>(
      `select coalesce(max(ordinal), 0) as last from dispatch.attachment
       where committee_id = $1 and document_id = $2`,
      [this.tx.committeeId, documentId],
    );
    return row?.last ?? 0;
  }
}
