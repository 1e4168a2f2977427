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

/** Refused with that reason and a Chinese sentence, and every table is as it was. */
export async function expectRefusal(
  hub: TestHub,
  { by, mutation, type, input, reason, idempotencyKey, recordedIn }: Refused,
): Promise<ClientError | undefined> {
  const before = await contentsOf(hub, recordedIn);
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  const { data, errors } = await by().call(query, { input: input() }, { idempotencyKey });
  expect([errors?.[0]?.extensions.reason, data ?? null]).toEqual([reason, null]);
  expect(errors?.[0]?.message).toMatch(/\p{Script=Han}/u);
  expect(errors?.[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|CONFLICT|FORBIDDEN|NOT_FOUND)$/);
  expect(await contentsOf(hub, recordedIn)).toEqual(before);
  return errors?.[0];
}
