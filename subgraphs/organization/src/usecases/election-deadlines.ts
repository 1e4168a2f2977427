import type { Id } from '@hub/core';
import { type DeadlineKey, KeptDeadlines, type NewDeadline } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import { organizationBook } from '../data/deadline-book';
import type { OrganizationEntity } from '../data/organization.entity';
import type { TermEntity } from '../data/term.entity';
import { electionClock, electionTitle } from '../domain/election-clock';
import type { OrganizationContext } from './context';

type Clocked = Pick<TermEntity, 'termId' | 'ordinal' | 'electedOn' | 'appointedOn' | 'endsOn' | 'extendedTo'>;
type Owing = Pick<OrganizationEntity, 'organizationId' | 'unitId' | 'name'>;

/** What a term owes until it runs out, in the transaction of the act that begins, moves or ends it. */
export class ElectionDeadlines {
  readonly #deadlines: KeptDeadlines;

  constructor({ ids }: Pick<OrganizationContext, 'ids'>, tx: Transaction) {
    this.#deadlines = new KeptDeadlines(tx, ids, organizationBook);
  }

  /** One for each term that has an end. */
  begin(terms: readonly { readonly term: Clocked; readonly of: Owing }[]): Promise<void> {
    return this.#deadlines.open(terms.flatMap(({ term, of }) => deadlineOf(term, of)));
  }

  async extend(organizationId: Id, term: Clocked): Promise<void> {
    const clock = electionClock(term);
    if (clock === null) return;
    const key = keyOf(term.termId, organizationId);
    await this.#deadlines.move(
      [{ ...key, dueAt: clock.dueAt, basis: 'GRANTED', calendarVersion: null }],
      '批准延期换届',
    );
  }

  end(organizationId: Id, termId: Id, reason: string): Promise<void> {
    return this.#deadlines.close([keyOf(termId, organizationId)], reason);
  }
}

const keyOf = (termId: Id, organizationId: Id): DeadlineKey => ({
  subjectId: termId,
  partId: organizationId,
  obligation: 'ELECTION',
});

function deadlineOf(term: Clocked, { organizationId, unitId, name }: Owing): NewDeadline[] {
  const clock = electionClock(term);
  if (clock === null) return [];
  return [
    {
      ...keyOf(term.termId, organizationId),
      matter: {
        type: 'Organization',
        id: organizationId,
        title: electionTitle(term.ordinal),
        organizationName: name,
        urgency: 'ORDINARY',
        owedBy: 'UNIT',
      },
      organizationId,
      unitId,
      ...clock,
      basis: 'STATED',
      term: null,
      calendarVersion: null,
    },
  ];
}
