import type { Id, PersonActor, Role } from '@hub/core';
import { type DeadlineBook, KeptDeadlines, type NewDeadline, remindDue } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';
import { createLogger } from '@hub/runtime';

import { personActor, SEED_MORNING, someId, type TestWorld } from '../../support';
import { type ToldOrganization, tellOrganization } from './tell-organization';

export interface Body {
  readonly organizationId: Id;
  readonly unitId: Id;
}

/** A committee of a subgraph whose deadlines are rows of their own, with units that its directory knows. */
export interface KeptWorld {
  readonly committeeId: Id;
  readonly bodies: readonly Body[];
  body(index: number): Body;
  /** Tells the subgraph how an organisation stands now. */
  tell(body: Body, change?: Partial<ToldOrganization>): Promise<void>;
  office(role?: Role): PersonActor;
  clerk(body: Body): PersonActor;
  /** An act of a person upon the deadlines. */
  act(actor: PersonActor, work: (deadlines: KeptDeadlines, tx: Transaction) => Promise<void>): Promise<void>;
  /** A clock of two weeks that begins now, as that subgraph would begin one. */
  deadline(body: Body, change?: Partial<NewDeadline>): NewDeadline;
  sweep(): Promise<number>;
  sweepAt(time: string): Promise<number>;
  /** Steps that stand in the ledger for a body, in their order. */
  ledgerOf(body: Body): Promise<string[]>;
  events(name: string): Promise<EventRow[]>;
  rows<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface EventRow {
  readonly kind?: string;
  readonly addressees?: readonly { readonly to: string; readonly organizationId?: string }[];
  readonly about: { readonly type: string; readonly id: string; readonly obligation: string };
  readonly unitId?: string;
  readonly body?: string;
}

/** Due on Thursday 29 October 2020 at 18:00, counted from the clock's first morning. */
export const DUE = new Date('2020-10-29T18:00:00+08:00');

const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };

export async function openKeptWorld(world: TestWorld, book: DeadlineBook, obligation: string): Promise<KeptWorld> {
  const { schema } = book;
  world.clock.set(SEED_MORNING);
  const committeeId = someId();
  const bodies = Array.from({ length: 3 }, () => ({ organizationId: someId(), unitId: someId() }));
  const rows: KeptWorld['rows'] = (sql, parameters = []) => world.database.query(sql, parameters);
  const sweep = async (): Promise<number> => {
    const host = { database: world.subgraph(schema).database, clock: world.clock, ids: world.ids, book };
    let entered = 0;
    for (let seen = 1; seen > 0; ) {
      const reminded = await remindDue(host, committeeId, run);
      seen = reminded.seen;
      entered += reminded.entered;
    }
    return entered;
  };
  const tell: KeptWorld['tell'] = (body, change) => tellOrganization(world, schema, { committeeId, ...body }, change);
  for (const body of bodies) await tell(body);
  return {
    committeeId,
    bodies,
    body: (index) => bodies[index] as Body,
    tell,
    office: (role = 'OFFICE_CHECKER') => personActor(role, { committeeId }),
    clerk: (body) => personActor('UNIT_CLERK', { committeeId, ...body }),
    act: (actor, work) =>
      world.context(schema, actor).transaction((tx) => work(new KeptDeadlines(tx, world.ids, book), tx)),
    deadline: ({ organizationId, unitId }, change = {}) => ({
      subjectId: world.ids.next(),
      partId: organizationId,
      obligation,
      matter: {
        type: 'ReportTask',
        id: organizationId,
        title: '三季度党建工作情况',
        organizationName: '机关党委',
        urgency: 'ORDINARY',
        owedBy: 'UNIT',
      },
      organizationId,
      unitId,
      startedAt: world.clock.now(),
      dueAt: DUE,
      basis: 'STATED',
      term: null,
      calendarVersion: null,
      ...change,
    }),
    sweep,
    sweepAt: (time) => {
      world.clock.set(`${time}:00+08:00`);
      return sweep();
    },
    ledgerOf: async ({ organizationId }) => {
      const entries = await rows<{ entry: string }>(
        `select obligation || ' ' || step || ' ' || state as entry from ${schema}.reminder
         where organization_id = $1 order by planned_at, created_at`,
        [organizationId],
      );
      return entries.map(({ entry }) => entry);
    },
    events: async (name) => {
      const found = await rows<{ payload: EventRow }>(
        `select payload from ${schema}.outbox where event = $1 and committee_id = $2 order by id`,
        [name, committeeId],
      );
      return found.map(({ payload }) => payload);
    },
    rows,
  };
}
