import type { Actor } from '@hub/core';
import { remindDue } from '@hub/deadlines';
import { createLogger } from '@hub/runtime';

import { receiptBook } from '../../../subgraphs/dispatch/src/data/deadline-book';
import type { TestWorld } from '../../support';
import type { Office } from './office';
import { reasonOf } from './paper';

export interface AgendaNode {
  readonly aboutId: string;
  readonly organizationId: string;
  readonly obligation: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly reminderLevel: number;
  readonly nextLevel: number | null;
  readonly nextReminderAt: string | null;
}

export interface ProposalNode {
  readonly id: string;
  readonly level: number;
  readonly inWriting: boolean;
  readonly deadline: { readonly organizationId: string };
}

export interface AgendaPage<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const DEADLINE = `aboutType aboutId title organizationId organizationName unitId obligation obligationName urgency owedBy
  startedAt dueAt overdue reminderLevel remindedAt nextReminderAt nextLevel`;
const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
const AGENDA = `query ($of: [_Any!]!, $filter: DeadlineFilterInput, $first: Int, $after: String) {
  _entities(representations: $of) { ... on Agenda {
    dispatchDeadlines(filter: $filter, first: $first, after: $after) { nodes { ${DEADLINE} } ${PAGE} }
  } }
}`;
const PROPOSALS = `query ($of: [_Any!]!, $filter: ProposalFilterInput) {
  _entities(representations: $of) { ... on Agenda {
    dispatchProposals(filter: $filter) { nodes { id level inWriting plannedAt deadline { ${DEADLINE} } } ${PAGE} }
  } }
}`;

/** What is due, as the graph tells it, and the sweep that brings it on. */
export function agendaDesk(world: TestWorld, desk: Office) {
  const representation = (of = desk.committeeId) => ({ of: [{ __typename: 'Agenda', of }] });
  const ask = async <Node>(actor: Actor, query: string, field: string, variables: object) => {
    const { data, errors } = await world.graphql('dispatch', actor, query, { ...variables });
    if (errors) throw new Error(JSON.stringify(errors));
    const [entity] = (data as unknown as { _entities: readonly (Record<string, AgendaPage<Node> | null> | null)[] })
      ._entities;
    return entity?.[field] ?? null;
  };
  return {
    deadlines: (actor: Actor, asked: { of?: string; filter?: object; first?: number; after?: string | null } = {}) => {
      const { of, ...rest } = asked;
      return ask<AgendaNode>(actor, AGENDA, 'dispatchDeadlines', { ...representation(of), ...rest });
    },
    proposals: (actor: Actor, filter: object = {}, of?: string) =>
      ask<ProposalNode>(actor, PROPOSALS, 'dispatchProposals', { ...representation(of), filter }),
    /** The reason of the refusal; null when it goes through. */
    refusal: async (actor: Actor, query: string, variables: object): Promise<string | null> =>
      reasonOf((await world.graphql('dispatch', actor, query, { ...variables })).errors),
    async sweepAt(time: string): Promise<void> {
      world.clock.set(`${time}:00+08:00`);
      const { database } = world.subgraph('dispatch');
      const host = { database, clock: world.clock, ids: world.ids, book: receiptBook };
      const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };
      while ((await remindDue(host, desk.committeeId, run)).seen > 0);
    },
  };
}
