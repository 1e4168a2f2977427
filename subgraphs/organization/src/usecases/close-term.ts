import { type Id, localDate } from '@hub/core';
import { assertVersion } from '@hub/persistence';

import { TermRepository } from '../data/term.repository';
import { assertClose } from '../domain/term';
import { termError } from '../domain/term.errors';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';
import { ElectionDeadlines } from './election-deadlines';

export interface CloseTermInput {
  readonly organizationId: Id;
  readonly closedOn: string;
  /** Of the running term. */
  readonly expectedVersion: number;
}

/** Ends the running term without a new one following at once. */
export function closeTerm(ctx: OrganizationContext, input: CloseTermInput): Promise<{ termId: Id }> {
  return changeStructure(ctx, 'closeTerm', input, async (tx) => {
    const { organizationId, closedOn } = input;
    const terms = new TermRepository(tx);
    const term = await terms.lockRunning(organizationId);
    if (!term) throw termError('TERM_NOT_FOUND');
    assertVersion(term.version, input.expectedVersion);
    assertClose(term, closedOn, localDate(tx.now));
    await terms.update(term.termId, { closedOn, version: term.version + 1 });
    await new ElectionDeadlines(ctx, tx).end(organizationId, term.termId, '届次结束');
    tx.audit({ action: 'closeTerm', objectType: 'term', objectId: term.termId, after: { closedOn } });
    return { termId: term.termId };
  });
}
