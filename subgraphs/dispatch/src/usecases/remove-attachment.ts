import type { Id } from '@hub/core';
import { attachmentError } from '@hub/files';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { AttachmentEntity } from '../data/attachment.entity';
import { DocumentFileRepository } from '../data/attachment.repository';
import { DocumentRepository } from '../data/document.repository';
import { assertAttachable } from '../domain/attaching';
import { documentPolicy } from '../domain/document.policy';
import type { DispatchContext } from './context';
import { assertRoleMay } from './document-step';

/** 删除附件 of a paper that is not signed yet. The record stays, the file is shown no more. */
export async function removeAttachment(ctx: DispatchContext, attachmentId: Id): Promise<Id> {
  const person = requirePerson(ctx);
  assertRoleMay(person, 'attach');
  return ctx.command('removeAttachment', { attachmentId }, async (tx) => {
    const attachments = new DocumentFileRepository(tx);
    const { documentId, fileName } = await documentFile(tx, attachmentId);
    const documents = new DocumentRepository(tx);
    const document = await documents.lock(documentId);
    const { committeeId, drafterAccountId } = document;
    documentPolicy.assertMay(person, 'attach', { committeeId, ownerAccountId: drafterAccountId });
    assertAttachable(document.state);
    await attachments.remove(attachmentId, person.accountId);
    await documents.update(document, {});
    const before = { attachmentId, fileName };
    tx.audit({ action: 'removeAttachment', objectType: 'document', objectId: documentId, before });
    return documentId;
  });
}

/** What a unit sent with its feedback is not the office's to remove. */
async function documentFile(tx: Transaction, attachmentId: Id): Promise<AttachmentEntity> {
  const attachment = await new DocumentFileRepository(tx).lock(attachmentId);
  if (attachment.organizationId !== null) throw attachmentError('ATTACHMENT_NOT_FOUND');
  return attachment;
}
