import { AttachmentFields } from '@hub/files';
import { Directive, ObjectType } from 'type-graphql';

import type { DocumentFileRow } from '../data/attachment.read-model';

@Directive('@key(fields: "id")')
@ObjectType({ description: '附件：公文或反馈的一个文件；谁能看到公文，谁就能下载它的附件。' })
export class Attachment extends AttachmentFields {}

export function toAttachment({ storageKey: _, documentId: __, ...row }: DocumentFileRow): Attachment {
  return row;
}
