import { normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';
import { foldProgress } from './fold-progress';

export interface ArchiveDocumentInput extends DocumentDecision {
  /** 档号. */
  readonly archiveNumber?: string | null;
}

/** 归档. */
export async function archiveDocument(ctx: DispatchContext, input: ArchiveDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  const archived = await ctx.command('archiveDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'archive', input);
    const archiveNumber = normalizeNote('档号', input.archiveNumber);
    return moveDocument(tx, person, locked, {
      action: 'archiveDocument',
      act: 'ARCHIVE',
      change: { archivedAt: tx.now, archiveNumber },
      detail: { archiveNumber },
    });
  });
  // Few acts come after this one: the counters need no longer be kept entry by entry.
  await foldProgress(ctx, input.documentId);
  return archived;
}
