import type { Id } from '@hub/core';
import { AttachmentColumns } from '@hub/files';
import { Column, Entity } from 'typeorm';

/** 附件 of a paper, or of a unit's feedback on it. */
@Entity({ name: 'attachment', schema: 'dispatch' })
export class AttachmentEntity extends AttachmentColumns {
  @Column({ name: 'document_id', type: 'uuid' })
  documentId!: Id;

  /** Of the feedback of this organisation; null for a file of the paper itself. */
  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  organizationId!: Id | null;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: Id | null;
}
