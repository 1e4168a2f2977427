import type { Id, PersonActor } from '@hub/core';
import { attachmentError, type RecordAttachmentInput } from '@hub/files';
import { guardSecrecy, requirePerson, type Transaction } from '@hub/persistence';

import { DocumentFileRepository } from '../data/attachment.repository';
import { DocumentRepository } from '../data/document.repository';
import { assertAttachable } from '../domain/attaching';
import { documentPolicy } from '../domain/document.policy';
import type { DispatchContext } from './context';
import { assertRoleMay } from './document-step';
import { lockReceipt } from './lock-receipt';

interface Owner {
  readonly documentId: Id;
  readonly organizationId: Id | null;
  readonly unitId: Id | null;
}

/** 上传附件: the record of a file whose bytes are stored already. Rights are those of what it belongs to. */
export async function recordAttachment(ctx: DispatchContext, input: RecordAttachmentInput): Promise<Id> {
  const person = requirePerson(ctx);
  const ownerOf = OWNERS[input.purpose];
  if (!ownerOf) throw attachmentError('ATTACHMENT_PURPOSE', { purpose: input.purpose });
  await guardSecrecy(ctx, 'dispatch', { subjectId: null, source: 'ATTACHMENT' }, { fileName: input.fileName });
  return ctx.command('recordAttachment', input, async (tx) => {
    const owner = await ownerOf(tx, person, input.targetId);
    const attachmentId = ctx.ids.next();
    await new DocumentFileRepository(tx).add(attachmentId, owner, input, person);
    const { fileName, contentDigest } = input;
    const after = { attachmentId, fileName, contentDigest, organizationId: owner.organizationId };
    tx.audit({ action: 'recordAttachment', objectType: 'document', objectId: owner.documentId, after });
    return attachmentId;
  });
}

/** A paper, or the feedback on a receipt. */
const OWNERS: Readonly<Record<string, (tx: Transaction, person: PersonActor, targetId: string) => Promise<Owner>>> = {
  'dispatch.attachment': async (tx, person, documentId) => {
    assertRoleMay(person, 'attach');
    const documents = new DocumentRepository(tx);
    const document = await documents.lock(documentId);
    const { committeeId, drafterAccountId } = document;
    documentPolicy.assertMay(person, 'attach', { committeeId, ownerAccountId: drafterAccountId });
    assertAttachable(document.state);
    // Whoever checks or signs next must see the file: decisions on the paper without it are stale.
    await documents.update(document, {});
    return { documentId, organizationId: null, unitId: null };
  },
  'dispatch.feedback': async (tx, person, receiptId) => {
    const { documentId, organizationId, unitId } = await lockReceipt(tx, person, 'submitFeedback', receiptId);
    return { documentId, organizationId, unitId };
  },
};
