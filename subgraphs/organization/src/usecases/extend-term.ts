import type { Id } from '@hub/core';
import { assertVersion } from '@hub/persistence';

import { TermRepository } from '../data/term.repository';
import { assertExtension } from '../domain/term';
import { termError } from '../domain/term.errors';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';
import { ElectionDeadlines } from './election-deadlines';

export interface ExtendTermInput {
  readonly organizationId: Id;
  readonly extendedTo: string;
  /** Of the running term. */
  readonly expectedVersion: number;
}

/** Lets the running term go on for at most a year, once, as the superior approved. */
export function extendTerm(ctx: OrganizationContext, input: ExtendTermInput): Promise<{ termId: Id }> {
  return changeStructure(ctx, 'extendTerm', input, async (tx) => {
    const { organizationId, extendedTo } = input;
    const terms = new TermRepository(tx);
    const term = await terms.lockRunning(organizationId);
    if (!term) throw termError('TERM_NOT_FOUND');
    assertVersion(term.version, input.expectedVersion);
    assertExtension(term, extendedTo);
    await terms.update(term.termId, { extendedTo, version: term.version + 1 });
    await new ElectionDeadlines(ctx, tx).extend(organizationId, { ...term, extendedTo });
    tx.audit({
      action: 'extendTerm',
      objectType: 'term',
      objectId: term.termId,
      before: { endsOn: term.endsOn },
      after: { extendedTo },
    });
    return { termId: term.termId };
  });
}
