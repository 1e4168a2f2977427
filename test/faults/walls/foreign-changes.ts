import type { TestDatabase } from '../../support';
import type { Viewer, WatchedTable } from './viewers';

interface State {
  readonly name: string;
  readonly rows: number;
  readonly written: number;
}

/** Tells whether rows were written, added or removed that are not the viewer's to touch. */
export class ForeignChanges {
  #since = '0';
  #rows = new Map<string, number>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly sql: string,
  ) {}

  static async watch(database: TestDatabase, viewer: Viewer): Promise<ForeignChanges> {
    const tables = await database.query<WatchedTable>(
      `select n.nspname as schema, c.relname as table,
              (select array_agg(attname::text) from pg_attribute where attrelid = c.oid and attnum > 0) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('organization', 'dispatch', 'reports', 'approvals', 'dues')
         and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'`,
    );
    const parts = tables.flatMap((table) => {
      const rows = viewer.mayNotChange(table);
      const name = `${table.schema}.${table.table}`;
      return rows === null
        ? []
        : [
            `select '${name}' as name, count(*)::int as rows,
                    (count(*) filter (where t.xmin::text::bigint >= $1::bigint))::int as written
             from ${name} t where ${rows}`,
          ];
    });
    const changes = new ForeignChanges(database, parts.join(' union all '));
    await changes.faults();
    return changes;
  }

  /** What was done to foreign rows since the last look. */
  async faults(): Promise<string[]> {
    const since = this.#since;
    const [next] = await this.database.query<{ xid: string }>('select pg_snapshot_xmax(pg_current_snapshot()) as xid');
    this.#since = next?.xid ?? '0';
    const before = this.#rows;
    const states = await this.database.query<State>(this.sql, [since]);
    this.#rows = new Map(states.map(({ name, rows }) => [name, rows]));
    if (before.size === 0) return [];
    return states.flatMap(({ name, rows, written }) => [
      ...(written > 0 ? [`${written} foreign rows of ${name} were written`] : []),
      ...(rows < (before.get(name) ?? 0) ? [`foreign rows of ${name} are gone`] : []),
    ]);
  }
}
