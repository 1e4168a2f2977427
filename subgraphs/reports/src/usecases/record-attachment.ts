import type { Id } from '@hub/core';
import { attachmentError, type RecordAttachmentInput } from '@hub/files';
import { guardSecrecy, requirePerson } from '@hub/persistence';

import { ReportFileRepository } from '../data/report-file.repository';
import type { ReportsContext } from './context';
import { draftVisibility } from './report-content';
import { lockForFiles } from './report-files';

const PURPOSE = 'reports.attachment';

/** 上传附件: the record of a file whose bytes are stored already. It says nothing until a FILE field refers to it. */
export async function recordAttachment(ctx: ReportsContext, input: RecordAttachmentInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { contentDigest, fileName, purpose, targetId } = input;
  if (purpose !== PURPOSE) throw attachmentError('ATTACHMENT_PURPOSE', { purpose });
  await guardSecrecy(ctx, 'reports', { subjectId: null, source: 'ATTACHMENT' }, { fileName });
  return ctx.command('recordAttachment', input, async (tx) => {
    const { reportId, unitId } = await lockForFiles(tx, person, targetId);
    const attachmentId = ctx.ids.next();
    const owner = { reportId, unitId, visibility: draftVisibility(person), handedInAt: null };
    await new ReportFileRepository(tx).add(attachmentId, owner, input, person);
    // The office reads the trail, and the names of files when they are handed in.
    const after = { attachmentId, contentDigest };
    tx.audit({ action: 'recordAttachment', objectType: 'report', objectId: reportId, after });
    return attachmentId;
  });
}
