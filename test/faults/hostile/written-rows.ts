import type { TestDatabase } from '../../support';

/** Transactions that refuse the act and keep a note of it: a counted sign-in, an alert about marked content. */
const NOTES_OF_REFUSALS = new Set(['loginFailed', 'quarantine']);

/**
 * What a successful act may write without one of its own: counters that it folds in a transaction beside it, and the marks
 * that people make in their inboxes.
 */
const WITHOUT_ACT = new Set(['dispatch.document_progress', 'organization.inbox_notice']);

interface TableState {
  readonly name: string;
  readonly rows: number;
  /** Transactions that wrote rows which stand in it. */
  readonly writers: readonly string[] | null;
}

interface Act {
  readonly writer: string;
  readonly requestId: string;
  readonly action: string;
}

/** Finds rows that were written and belong to no act that went through. Everything else on the database must rest. */
export class WrittenRows {
  #since = '0';
  #rows = new Map<string, number>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly statesSql: string,
    private readonly actsSql: string,
  ) {}

  static async watch(database: TestDatabase): Promise<WrittenRows> {
    const tables = await database.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
       where c.relnamespace::regnamespace::text in ('organization', 'dispatch', 'reports', 'approvals', 'dues')
         and c.relkind in ('r', 'p') and not c.relispartition`,
    );
    const each = (write: (name: string) => string, names = tables.map(({ name }) => name)) =>
      names.map(write).join(' union all ');
    const states = each(
      (name) => `select '${name}' as name, count(*)::int as rows,
        array_agg(distinct xmin::text) filter (where xmin::text::bigint >= $1::bigint) as writers from ${name}`,
    );
    const audits = tables.flatMap(({ name }) => (name.endsWith('.audit') ? [name] : []));
    const acts = each(
      (name) => `select xmin::text as writer, request_id as "requestId", action from ${name}
        where xmin::text::bigint >= $1::bigint`,
      audits,
    );
    const written = new WrittenRows(database, states, acts);
    await written.faults(new Set());
    return written;
  }

  /** What was written since the last look without an act of a request that succeeded. */
  async faults(succeeded: ReadonlySet<string>): Promise<string[]> {
    const since = this.#since;
    this.#since = await this.#nextTransaction();
    const states = await this.database.query<TableState>(this.statesSql, [since]);
    const before = this.#rows;
    this.#rows = new Map(states.map(({ name, rows }) => [name, rows]));
    if (before.size === 0) return [];
    const lost = succeeded.size > 0 ? [] : states.filter(({ name, rows }) => rows < (before.get(name) ?? 0));
    return [
      ...lost.map(({ name }) => `rows of ${name} are gone`),
      ...(await this.#unexplained(states, since, succeeded)),
    ];
  }

  async #unexplained(states: readonly TableState[], since: string, succeeded: ReadonlySet<string>): Promise<string[]> {
    if (states.every(({ writers }) => writers === null)) return [];
    const acts = await this.database.query<Act>(this.actsSql, [since]);
    const explained = new Set(
      acts.flatMap(({ writer, requestId, action }) =>
        succeeded.has(requestId) || NOTES_OF_REFUSALS.has(action) ? [writer] : [],
      ),
    );
    const suspects = states.filter(({ name }) => !(WITHOUT_ACT.has(name) && succeeded.size > 0));
    return suspects.flatMap(({ name, writers }) =>
      (writers ?? []).flatMap((writer) => {
        if (explained.has(writer)) return [];
        const act = acts.find((each) => each.writer === writer);
        return [
          `${name} was written by ${act ? `${act.action} of refused request ${act.requestId}` : 'no audited act'}`,
        ];
      }),
    );
  }

  async #nextTransaction(): Promise<string> {
    const [row] = await this.database.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot()) as next');
    return row?.next ?? '0';
  }
}
