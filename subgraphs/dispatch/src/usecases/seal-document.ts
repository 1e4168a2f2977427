import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';

/** 用印, in series whose steps include it. */
export async function sealDocument(ctx: DispatchContext, input: DocumentDecision): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('sealDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'seal', input);
    const { sealName } = locked.series;
    return moveDocument(tx, person, locked, { action: 'sealDocument', act: 'SEAL', detail: { sealName } });
  });
}
