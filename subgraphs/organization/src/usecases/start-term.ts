import { type Id, localDate } from '@hub/core';

import { TermRepository } from '../data/term.repository';
import {
  assertTermStart,
  firstStateOfTerm,
  startedOn,
  startTerm as startOfTerm,
  type TermStartInput,
} from '../domain/term';
import { changeStructure, lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';
import { ElectionDeadlines } from './election-deadlines';

export interface StartTermInput extends TermStartInput {
  readonly organizationId: Id;
}

/** Begins a term of office; the running one ends on that day. */
export function startTerm(ctx: OrganizationContext, input: StartTermInput): Promise<{ termId: Id }> {
  return changeStructure(ctx, 'startTerm', input, async (tx) => {
    const { organizationId } = input;
    const organization = await lockOrganization(tx, organizationId, null);
    const start = startOfTerm(organization.kind, input);
    const terms = new TermRepository(tx);
    const running = await terms.lockRunning(organizationId);
    const previous = await terms.latest(organizationId);
    const previousStart = previous && (previous.electedOn ?? previous.appointedOn);
    assertTermStart(start, previousStart, localDate(tx.now));
    const elections = new ElectionDeadlines(ctx, tx);
    if (running) {
      await terms.update(running.termId, { closedOn: startedOn(start), version: running.version + 1 });
      await elections.end(organizationId, running.termId, '已换届');
    }
    const termId = ctx.ids.next();
    const ordinal = (previous?.ordinal ?? 0) + 1;
    const term = { committeeId: tx.committeeId, termId, organizationId, ordinal, ...firstStateOfTerm(start) };
    await terms.insert(term);
    await elections.begin([{ term, of: organization }]);
    tx.audit({
      action: 'startTerm',
      objectType: 'term',
      objectId: termId,
      after: { organizationId, ordinal, ...start },
    });
    return { termId };
  });
}
