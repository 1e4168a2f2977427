import type { Role } from '@hub/core';

import { type Answer, CLERK, Harness } from '../../testing/harness';

const PAGE = '/ops/page';
const asked: string[] = [];
const operations = {
  path: PAGE,
  handle: async (below: string) => {
    asked.push(below);
    return below === 'nothing' ? null : { status: 200, contentType: 'text/html; charset=utf-8', body: `[${below}]` };
  },
};
const hub = new Harness();
const actsAs = (role: Role) => ({ ...CLERK, side: 'office' as const, role });

beforeAll(() => hub.start({ operations }));
afterAll(() => hub.stop());
beforeEach(() => {
  hub.session = actsAs('COMMITTEE_ADMIN');
  hub.gateway.forgetSession(CLERK.sessionId);
  asked.length = 0;
});

const get = (path: string, headers: Record<string, string> = {}) => hub.send({ method: 'GET', path, headers });
const ask = async (headers?: Record<string, string>) =>
  hub.send({ method: 'POST', path: `${PAGE}/enter`, headers: headers ?? { ...(await hub.bearer()) } });
const link = async (): Promise<string> => (await ask()).json.link;
const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] as string;
const entered = async (): Promise<{ cookie: string }> => ({ cookie: cookieOf(await get(await link())) });
const refusal = ({ status, json }: Answer) => [status, json?.errors[0].extensions.reason];

const REFUSED = [403, 'OPERATIONS_REFUSED'];

describe('a page for the 系统管理员', () => {
  it('opens by a link that he asks for, with a cookie for this page and nothing else', async () => {
    const opened = await get(await link());
    expect([opened.status, opened.headers.location]).toEqual([303, `${PAGE}/`]);
    expect(String(opened.headers['set-cookie'])).toMatch(
      /^hub-operations=[\w-]{43}; Path=\/ops\/page; Max-Age=900; HttpOnly; SameSite=Strict$/,
    );
    const cookie = cookieOf(opened);
    expect((await get(PAGE, { cookie })).text).toBe('[]');
    const page = await get(`${PAGE}/a/b?c=d`, { cookie: `other=1; ${cookie}` });
    expect([page.status, page.text, page.headers['cache-control']]).toEqual([200, '[a/b]', 'no-store']);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(refusal(await get(`${PAGE}/nothing`, { cookie }))).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it('leaves in the log who entered', async () => {
    const opened = await get(await link());
    const line = hub.log.find(({ requestId }) => requestId === opened.headers['x-request-id']);
    expect(line).toMatchObject({ msg: 'operations page entered', page: PAGE, accountId: CLERK.accountId });
  });

  it('gives nobody else a link, and tells nobody why', async () => {
    expect(refusal(await ask({}))).toEqual(REFUSED);
    expect(refusal(await ask({ authorization: 'Bearer not.a.token' }))).toEqual(REFUSED);
    for (const session of [CLERK, actsAs('SECURITY_ADMIN'), actsAs('COMMITTEE_LEADER'), null]) {
      hub.session = session;
      hub.gateway.forgetSession(CLERK.sessionId);
      expect([session?.role, ...refusal(await ask())]).toEqual([session?.role, ...REFUSED]);
    }
  });

  it('is shown to nobody without its cookie', async () => {
    const cookies = ['hub-operations=', 'hub-operations=guess'].map((cookie) => ({ cookie }));
    const without: Record<string, string>[] = [{}, await hub.bearer(), ...cookies];
    for (const headers of without) {
      expect(refusal(await get(`${PAGE}/a`, headers))).toEqual(REFUSED);
    }
    expect(asked).toEqual([]);
  });

  it('closes with the session, and with the post, at the very next request', async () => {
    const pass = await entered();
    for (const session of [null, actsAs('SECURITY_ADMIN')]) {
      hub.session = session;
      expect(refusal(await get(`${PAGE}/a`, pass))).toEqual(REFUSED);
    }
    expect(asked).toEqual([]);
  });

  it('tells that nobody can be recognised at the moment', async () => {
    const pass = await entered();
    const other = await new Harness().start({ operations, resolveSession: () => Promise.reject(new Error('down')) });
    try {
      const unknown = await other.send({ method: 'POST', path: `${PAGE}/enter`, headers: await other.bearer() });
      expect(refusal(unknown)).toEqual([503, 'SESSION_UNAVAILABLE']);
      // What one process gave is worth nothing in another.
      expect(refusal(await other.send({ method: 'GET', path: PAGE, headers: pass }))).toEqual(REFUSED);
    } finally {
      await other.stop();
    }
  });

  it('opens once by a link, and not late', async () => {
    const once = await link();
    expect((await get(once)).status).toBe(303);
    expect(refusal(await get(once))).toEqual(REFUSED);
    const [inTime, late] = [await link(), await link()];
    hub.clock.advance(59_000);
    expect((await get(inTime)).status).toBe(303);
    hub.clock.advance(1_000);
    expect(refusal(await get(late))).toEqual(REFUSED);
  });

  it('stays open for a quarter of an hour', async () => {
    const pass = await entered();
    hub.clock.advance(15 * 60_000 - 1_000);
    expect((await get(PAGE, pass)).status).toBe(200);
    hub.clock.advance(1_000);
    expect(refusal(await get(PAGE, pass))).toEqual(REFUSED);
  });

  it('does not take a link for a cookie, nor a cookie for a link', async () => {
    const ticket = (await link()).split('=')[1];
    expect(refusal(await get(PAGE, { cookie: `hub-operations=${ticket}` }))).toEqual(REFUSED);
    const { cookie } = await entered();
    expect(refusal(await get(`${PAGE}/enter?ticket=${cookie.split('=')[1]}`))).toEqual(REFUSED);
  });

  it('is not opened by a page of another site, whose try costs the link nothing', async () => {
    const path = await link();
    const foreign = await get(path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' });
    expect(refusal(foreign)).toEqual([403, 'FOREIGN_PAGE']);
    expect((await get(path, { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })).status).toBe(303);
  });

  it('is only looked at', async () => {
    const pass = await entered();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const headers = { ...pass, ...(await hub.bearer()) };
      const answer = await hub.send({ method, path: `${PAGE}/a`, headers, body: '{}' });
      expect([method, ...refusal(answer)]).toEqual([method, 405, 'METHOD_NOT_ALLOWED']);
    }
    expect(asked).toEqual([]);
  });

  it('does not exist where nobody offers it', async () => {
    const bare = await new Harness().start();
    try {
      expect((await bare.send({ method: 'GET', path: PAGE })).status).toBe(404);
    } finally {
      await bare.stop();
    }
  });
});
