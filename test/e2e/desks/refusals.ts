import type { ClientError, HubClient, TestHub } from '../../support';

export interface Refused {
  readonly by: () => HubClient;
  readonly mutation: string;
  readonly type: string;
  readonly input: () => object;
  readonly reason: string;
  readonly idempotencyKey?: string;
  /** Tables that record the refusal itself. */
  readonly recordedIn?: readonly string[];
}

/** A digest of every table of every subgraph, but for what a refusal may leave: alerts of the quarantine. */
export async function contentsOf(hub: TestHub, except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await hub.database.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('organization', 'dispatch', 'reports', 'approvals', 'dues')
       and tablename not like 'outbox%' and tablename not in ('quarantine', 'session') and not tablename like any ($1)`,
    [except],
  );
  const digests = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as digest from ${name} t`,
  );
  const rows = await hub.database.query<{ name: string; digest: string | null }>(digests.join(' union all '));
  return Object.fromEntries(rows.flatMap(({ name, digest }) => (digest === null ? [] : [[name, digest]])));
}

/** What earlier acts set going has arrived, and a tick of what the clock brings, which stands still, finds no more to do. */
export async function contentsAtRest(hub: TestHub, except: readonly string[] = []): Promise<Record<string, string>> {
  for (let before = await contentsOf(hub, except); ; ) {
    await hub.sweep();
    const after = await contentsOf(hub, except);
    if (changedTables(before, after).length === 0) return after;
    before = after;
  }
}

function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);
}

const CLIENT_ERRORS = ['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'];

/** Fails unless it is refused with that reason and a Chinese sentence, and every table is as it was. */
export async function expectRefusal(
  hub: TestHub,
  { by, mutation, type, input, reason, idempotencyKey, recordedIn }: Refused,
): Promise<ClientError> {
  const before = await contentsAtRest(hub, recordedIn);
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  const { data, errors } = await by().call(query, { input: input() }, { idempotencyKey });
  const [error] = errors ?? [];
  const told = error && /\p{Script=Han}/u.test(error.message) && CLIENT_ERRORS.includes(error.extensions.code);
  if (!told || error.extensions.reason !== reason || data) {
    throw new Error(`${reason} was expected of ${mutation}:\n${JSON.stringify({ data, errors }, null, 1)}`);
  }
  const changed = changedTables(before, await contentsOf(hub, recordedIn));
  if (changed.length > 0) throw new Error(`${reason} of ${mutation} left something in ${changed.join(', ')}`);
  return error;
}
