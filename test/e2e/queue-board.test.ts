import { appRoutes } from '@bull-board/api/dist/routes.js';
import { DEMO_PASSWORD } from '@hub/infra/seed/organization';
import { JobSystem, QUEUE_ROLE } from '@hub/jobs';
import { roleUrl } from '@hub/persistence';
import { createLogger } from '@hub/runtime';

import { createTestHub, type HubClient, SUBGRAPHS, type TestHub } from '../support';

const BOARD = '/ops/queues';
const SECRET = '密件关于某同志的处理意见';
const PLANTED = 'planted-one';
const HOUR_MS = 3_600_000;

let hub: TestHub;
let jobs: JobSystem;
let admin: HubClient;

jest.setTimeout(120_000);

beforeAll(async () => {
  hub = await createTestHub({ committee: true });
  admin = await hub.signIn('admin', DEMO_PASSWORD);
  const { ownerUrl, rolePassword } = hub.database;
  const url = roleUrl(ownerUrl, QUEUE_ROLE, rolePassword);
  jobs = new JobSystem({ kind: 'postgres', url, maxWorkers: 1 }, createLogger({ name: 'test', level: 'silent' }));
  await hub.settled();
  await plant();
});

afterAll(async () => {
  await jobs.close();
  await hub.close();
});

/** A job with the secret wherever BullMQ keeps something of a job, and a timetable whose jobs carry it. */
async function plant(): Promise<void> {
  const queue = jobs.queue('dispatch');
  const data = { text: SECRET };
  await queue.put([
    { name: 'planted@1', id: PLANTED, data, options: { attempts: 3, backoffMs: 1000 }, delayMs: HOUR_MS },
  ]);
  await hub.database.query(
    `update bullmq.job
     set progress = $2, return_value = $2, stacktrace = jsonb_build_array($3::text), failed_reason = $3,
         deferred_failure = $3, processed_by = $3, opts = opts || jsonb_build_object('parent', $2::jsonb)
     where id = $1`,
    [PLANTED, JSON.stringify(data), SECRET],
  );
  await hub.database.query(
    `insert into bullmq.job_log (queue, job_id, idx, row) select queue, id, 0, $2 from bullmq.job where id = $1`,
    [PLANTED, SECRET],
  );
  await queue.queue.upsertJobScheduler('planted-yearly', { pattern: '0 0 1 1 *' }, { name: 'planted@1', data });
}

/** Asks for the link, opens it as a browser does, and looks on with the cookie alone. */
async function openBoard(client: HubClient) {
  const { link } = (await (await client.fetchPath(`${BOARD}/enter`, 'POST')).json()) as { link: string };
  const opened = await fetch(`${hub.url}${link}`, { redirect: 'manual' });
  const cookie = String(opened.headers.get('set-cookie')).split(';')[0] as string;
  return {
    cookie,
    look: (below: string, method = 'GET') => fetch(`${hub.url}${BOARD}/${below}`, { method, headers: { cookie } }),
  };
}

const refusal = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { message: string; extensions: { reason: string } }[] };
  return [answer.status, errors[0]?.extensions.reason, errors[0]?.message];
};

interface ShownQueues {
  readonly queues: {
    readonly name: string;
    readonly readOnlyMode: boolean;
    readonly allowRetries: boolean;
    readonly counts: Readonly<Record<string, number>>;
    readonly jobs: readonly { readonly id: string; readonly data: unknown }[];
  }[];
}

test('the 系统管理员 sees every queue, what it holds and its jobs', async () => {
  const { look } = await openBoard(admin);
  const { queues } = (await (await look('api/queues?activeQueue=hub-dispatch&status=delayed')).json()) as ShownQueues;
  expect(queues.map(({ name }) => name).sort()).toEqual(SUBGRAPHS.map(({ name }) => `hub-${name}`).sort());
  for (const { name, counts, readOnlyMode, allowRetries } of queues) {
    const [held] = await hub.database.query<{ delayed: number }>(
      `select count(*)::int as delayed from bullmq.job where queue = $1 and state = 'delayed'`,
      [name],
    );
    expect([name, counts.delayed, readOnlyMode, allowRetries]).toEqual([name, held?.delayed, true, false]);
  }
  const dispatch = queues.find(({ name }) => name === 'hub-dispatch');
  expect(dispatch?.jobs.find(({ id }) => id === PLANTED)).toMatchObject({ name: 'planted@1', data: '（不显示）' });
});

test('the page and all it loads are the hub’s own', async () => {
  const { look } = await openBoard(admin);
  const page = await (await look('')).text();
  expect(page).toContain('<base href="/ops/queues/" />');
  expect(page).not.toMatch(/https?:\/\//);
  const loaded = [...page.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, path]) => path as string);
  expect(loaded.length).toBeGreaterThan(4);
  for (const path of [...loaded, 'static/locales/zh-CN/messages.json']) {
    expect([path, (await look(path)).status]).toEqual([path, 200]);
  }
  for (const path of ['static/../index.ejs', 'static/%2e%2e/index.ejs', 'static/..%2findex.ejs', 'static/']) {
    expect([path, (await look(path)).status]).toEqual([path, 404]);
  }
});

const STATES = ['latest', 'active', 'waiting', 'completed', 'failed', 'delayed', 'prioritized', 'waiting-children'];

/** Every route of the board's API with that method, asked about the planted job. */
function apiPaths(wanted: (method: string) => boolean): [method: string, path: string][] {
  return appRoutes.api.flatMap(({ method, route }) =>
    [method]
      .flat()
      .flatMap((each) =>
        wanted(each)
          ? [route]
              .flat()
              .map((path): [string, string] => [
                each.toUpperCase(),
                path
                  .slice(1)
                  .replace(':queueName', 'hub-dispatch')
                  .replace(':jobId', PLANTED)
                  .replace(':schedulerId', 'planted-yearly')
                  .replace(':queueStatus', 'failed'),
              ])
          : [],
      ),
  );
}

test('nothing that is asked of it tells what a job carries, answered or failed with', async () => {
  const { look } = await openBoard(admin);
  const paths = [
    ...apiPaths((method) => method === 'get').map(([, path]) => path),
    ...STATES.map((status) => `api/queues?activeQueue=hub-dispatch&status=${status}`),
    `api/queues/hub-dispatch/${PLANTED}/flow?root=node`,
    `queue/hub-dispatch/${PLANTED}`,
  ];
  expect(paths.length).toBeGreaterThan(15);
  const told = new Map<string, string>();
  for (const path of paths) told.set(path, await (await look(path)).text());
  expect([...told].filter(([, text]) => text.includes(SECRET)).map(([path]) => path)).toEqual([]);
  // It was there to be told.
  expect(told.get(`api/queues/hub-dispatch/${PLANTED}`)).toContain(PLANTED);
  expect(told.get('api/job-schedulers')).toContain('planted-yearly');
  expect(told.get('api/queues?activeQueue=hub-dispatch&status=delayed')).toContain(PLANTED);
});

test('nothing can be changed by it', async () => {
  const { look } = await openBoard(admin);
  const before = await hub.database.query('select * from bullmq.job where id = $1', [PLANTED]);
  const changing = apiPaths((method) => method !== 'get');
  expect(changing.length).toBeGreaterThan(20);
  for (const [method, path] of changing) {
    const [status, reason] = await refusal(await look(path, method));
    expect([method, path, status, reason]).toEqual([method, path, 405, 'METHOD_NOT_ALLOWED']);
  }
  expect(await hub.database.query('select * from bullmq.job where id = $1', [PLANTED])).toEqual(before);
});

test('nobody else gets in, and all are told the same', async () => {
  const ended = await hub.signIn('admin', DEMO_PASSWORD);
  const open = await openBoard(ended);
  expect((await open.look('')).status).toBe(200);
  await ended.data('mutation { logout }');
  const clerk = await hub.signIn('unit001', DEMO_PASSWORD);
  const security = await hub.signIn('security', DEMO_PASSWORD);
  const told = [await refusal(await open.look('api/queues'))];
  for (const client of [hub.visitor, clerk, security, ended]) {
    told.push(await refusal(await client.fetchPath(`${BOARD}/enter`, 'POST')));
    told.push(await refusal(await client.fetchPath(`${BOARD}/api/queues`)));
  }
  expect(told).toEqual(told.map(() => [403, 'OPERATIONS_REFUSED', '此页面仅供系统管理员查看，请重新申请进入链接。']));
});

test('its cookie is nobody elsewhere', async () => {
  const { cookie } = await openBoard(admin);
  const asked = async (headers: Record<string, string>) =>
    refusal(
      await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ me { displayName } }' }),
      }),
    );
  expect((await asked({ cookie }))[1]).toBe('SIGN_IN_REQUIRED');
  expect((await asked({ authorization: `Bearer ${cookie.split('=')[1]}` }))[1]).toBe('TOKEN_INVALID');
  const file = await fetch(`${hub.url}/files/abc`, { headers: { cookie } });
  expect((await refusal(file))[1]).toBe('SIGN_IN_REQUIRED');
});
