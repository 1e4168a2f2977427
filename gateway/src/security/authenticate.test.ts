import { DomainError } from '@hub/core';

import { CLERK, Harness, SESSION_ID } from '../../testing/harness';

describe('the bearer token', () => {
  const hub = new Harness();
  let resolveSession = hub.resolveSession;
  beforeAll(() => hub.start({ resolveSession: (id) => resolveSession(id) }));
  beforeEach(() => {
    resolveSession = hub.resolveSession;
    hub.session = CLERK;
    hub.clock.advance(60_000);
  });
  afterAll(() => hub.stop());

  const ask = (authorization?: string) => hub.query('{ whoami }', authorization === undefined ? {} : { authorization });
  const refusal = async (authorization: string) => {
    const { status, headers, json } = await ask(authorization);
    return [status, headers['www-authenticate'], json.errors[0].extensions.code, json.errors[0].extensions.reason];
  };

  it('makes its session the actor', async () => {
    const { authorization } = await hub.bearer();
    expect((await ask(authorization)).json).toEqual({ data: { whoami: '王专干' } });
    expect(hub.resolvedSessions.at(-1)).toBe(SESSION_ID);
  });

  it('may be missing: then nobody asks', async () => {
    expect((await ask()).json).toEqual({ data: { whoami: null } });
  });

  it.each([
    ['another key', { key: new Uint8Array(32).fill(8) }],
    ['another issuer', { iss: 'elsewhere' }],
    ['another audience', { aud: 'refresh' }],
    ['another algorithm', { alg: 'HS512' }],
    ['no session', { sid: null }],
    ['a session longer than any', { sid: 'x'.repeat(201) }],
    ['a session that is no text', { sid: 7 }],
  ])('is invalid with %s', async (_, claims) => {
    const { authorization } = await hub.bearer(claims);
    expect(await refusal(authorization)).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'TOKEN_INVALID']);
  });

  it('is invalid unsigned', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sid: SESSION_ID, iss: 'party-work-hub', aud: 'hub', exp: 4_000_000_000 };
    const token = `${part({ alg: 'none' })}.${part(claims)}.`;
    expect(await refusal(`Bearer ${token}`)).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'TOKEN_INVALID']);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic dTpw', 'Bearer a b', 'Bearer not.a.token'])(
    'is invalid as "%s"',
    async (authorization) => {
      expect(await refusal(authorization)).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'TOKEN_INVALID']);
    },
  );

  it('expires by the clock', async () => {
    const { authorization } = await hub.bearer({ lifetime: 600 });
    hub.clock.advance(599_000);
    expect((await ask(authorization)).status).toBe(200);
    hub.clock.advance(1_000);
    expect(await refusal(authorization)).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'TOKEN_EXPIRED']);
  });

  it('that was believed before makes no other one believed', async () => {
    const { authorization } = await hub.bearer();
    expect((await ask(authorization)).status).toBe(200);
    const forged = (claims: object) => {
      const [header, , signature] = authorization.slice('Bearer '.length).split('.');
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `Bearer ${header}.${body}.${signature}`;
    };
    const claims = { sid: 'another', iss: 'party-work-hub', aud: 'hub', exp: 4_000_000_000 };
    expect(await refusal(forged(claims))).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'TOKEN_INVALID']);
    expect(await refusal(`${authorization}x`)).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'TOKEN_INVALID']);
    expect((await ask(authorization)).status).toBe(200);
  });

  it('is worth nothing when its session ended', async () => {
    hub.session = null;
    const { authorization } = await hub.bearer();
    expect(await refusal(authorization)).toEqual([401, 'Bearer', 'UNAUTHENTICATED', 'SESSION_ENDED']);
  });

  it('acts at once when the gateway is told to forget the session', async () => {
    const { authorization } = await hub.bearer();
    expect((await ask(authorization)).status).toBe(200);
    hub.session = null;
    expect((await ask(authorization)).status).toBe(200);
    hub.gateway.forgetSession(SESSION_ID);
    expect((await ask(authorization)).status).toBe(401);
  });

  it('acts as another one right after the act by which its person became another', async () => {
    const { authorization } = await hub.bearer();
    const name = async () => (await ask(authorization)).json.data.whoami;
    expect(await name()).toBe('王专干');
    hub.session = { ...CLERK, displayName: '王专干（受李书记委托）' };
    // A query changes nothing, and is cheap for that.
    expect(await name()).toBe('王专干');
    expect((await hub.query('mutation { touch }', { authorization })).json).toEqual({ data: { touch: 'touched' } });
    expect(await name()).toBe('王专干（受李书记委托）');
  });

  it('cannot be judged while sessions cannot be read, and the log says why', async () => {
    resolveSession = () => Promise.reject(new Error('database is down'));
    const answer = await ask((await hub.bearer()).authorization);
    expect([answer.status, answer.json.errors[0].extensions.reason]).toEqual([503, 'SESSION_UNAVAILABLE']);
    expect(answer.text).not.toContain('database is down');
    const line = hub.log.find(
      ({ msg, requestId }) => msg === 'internal error' && requestId === answer.headers['x-request-id'],
    );
    expect(JSON.stringify(line)).toContain('database is down');
  });

  it('is refused in the words of the session when that refuses', async () => {
    resolveSession = () => Promise.reject(new DomainError('FORBIDDEN', 'POST_SUSPENDED', '岗位已停用。'));
    const answer = await ask((await hub.bearer()).authorization);
    expect([answer.status, answer.json.errors[0].message]).toEqual([403, '岗位已停用。']);
  });
});
