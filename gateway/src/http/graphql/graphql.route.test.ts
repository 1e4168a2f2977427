import { Harness } from '../../../testing/harness';

const BOTH = ['application/json', 'application/graphql-response+json'];

function reasonOf(answer: { json: { errors: { extensions: { reason: string } }[] } }): string | undefined {
  return answer.json.errors[0]?.extensions.reason;
}

describe('POST /graphql', () => {
  const hub = new Harness();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());

  it('answers in the media type the client asks for', async () => {
    for (const accept of BOTH) {
      const answer = await hub.query('{ hello }', { accept });
      expect([answer.status, answer.headers['content-type']]).toEqual([200, `${accept}; charset=utf-8`]);
    }
  });

  it.each([
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/html, application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0.4, application/json;q=0.9', 'application/json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ])('takes Accept: %s for %s', async (accept, expected) => {
    const answer = await hub.query('{ hello }', { accept });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, `${expected}; charset=utf-8`]);
  });

  it.each(['text/html', 'application/json;q=0', 'image/*'])('refuses Accept: %s with 406', async (accept) => {
    const answer = await hub.query('{ hello }', { accept });
    expect([answer.status, reasonOf(answer)]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=gbk'],
    ['application/jsonp'],
    [''],
  ])('refuses Content-Type: "%s" with 415', async (contentType) => {
    const answer = await hub.post({ query: '{ hello }' }, { 'content-type': contentType });
    expect([answer.status, reasonOf(answer)]).toEqual([415, 'CONTENT_TYPE_REFUSED']);
    expect(answer.headers['accept-post']).toBe('application/json');
  });

  it('refuses a compressed body with 415', async () => {
    const answer = await hub.post({ query: '{ hello }' }, { 'content-encoding': 'gzip' });
    expect([answer.status, reasonOf(answer)]).toEqual([415, 'CONTENT_TYPE_REFUSED']);
  });

  it('takes application/json with a charset of utf-8', async () => {
    const answer = await hub.post({ query: '{ hello }' }, { 'content-type': 'Application/JSON; charset="UTF-8"' });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['{ "not a JSON', 'BODY_NOT_JSON'],
    ['', 'BODY_NOT_JSON'],
    [Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'BODY_NOT_JSON'],
    ['"text"', 'BODY_NOT_OBJECT'],
    ['null', 'BODY_NOT_OBJECT'],
    [[{ query: '{ hello }' }], 'BATCH_REFUSED'],
    [{}, 'QUERY_INVALID'],
    [{ query: '' }, 'QUERY_INVALID'],
    [{ query: ['{ hello }'] }, 'QUERY_INVALID'],
    [{ query: '{ hello }', operationName: 1 }, 'OPERATION_NAME_INVALID'],
    [{ query: '{ hello }', variables: [1] }, 'VARIABLES_INVALID'],
    [{ query: '{ hello }', variables: '{}' }, 'VARIABLES_INVALID'],
    [{ query: '{ hello }', extensions: 'x' }, 'EXTENSIONS_INVALID'],
    [`{"query":"{ hello }","variables":{"a":${'['.repeat(64)}${']'.repeat(64)}}}`, 'VARIABLES_TOO_DEEP'],
    [`{"query":"{ hello }","variables":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`, 'VARIABLES_TOO_DEEP'],
  ])('refuses a malformed request with 400 (%#)', async (body, reason) => {
    for (const accept of BOTH) {
      const answer = await hub.post(body, { accept });
      expect([answer.status, reasonOf(answer)]).toEqual([400, reason]);
      expect(answer.json).not.toHaveProperty('data');
      expect(answer.json.errors[0].extensions.requestId).toBe(answer.headers['x-request-id']);
    }
  });

  it('takes variables of the greatest depth allowed', async () => {
    const variables = { text: '深', deep: JSON.parse(`${'['.repeat(63)}${']'.repeat(63)}`) };
    const answer = await hub.post({ query: 'query ($text: String!) { echo(text: $text) }', variables });
    expect(answer.json).toEqual({ data: { echo: '深' } });
  });

  it('answers an operation that cannot run with 400, but with 200 to clients of the old media type', async () => {
    const statuses = await Promise.all(BOTH.map(async (accept) => (await hub.query('{ nothing }', { accept })).status));
    expect(statuses).toEqual([200, 400]);
  });

  it('runs a mutation', async () => {
    expect((await hub.query('mutation { touch }')).json).toEqual({ data: { touch: 'touched' } });
  });

  it('masks what the executor throws, and logs it with the request id', async () => {
    const answer = await hub.query('{ crash }');
    expect(answer.status).toBe(500);
    expect(answer.json.errors[0].extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: answer.headers['x-request-id'],
    });
    expect(answer.text).not.toContain('secret of the machine');
    const line = hub.log.find(
      ({ msg, requestId }) => msg === 'internal error' && requestId === answer.headers['x-request-id'],
    );
    expect(line).toMatchObject({ level: 'error', err: { message: 'secret of the machine' } });
  });

  it('refuses other methods with 405 and says which it takes', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS'] as const) {
      const answer = await hub.send({ method, path: '/graphql' });
      expect([answer.status, answer.headers.allow, reasonOf(answer)]).toEqual([405, 'GET, POST', 'METHOD_NOT_ALLOWED']);
    }
  });
});

describe('GET /graphql', () => {
  const hub = new Harness();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());
  const get = (parameters: Record<string, string>, headers = {}) =>
    hub.get(`/graphql?${new URLSearchParams(parameters)}`, headers);

  it('answers a query with variables and an operation name', async () => {
    const query = 'query A { hello } query B($text: String!) { echo(text: $text) }';
    const answer = await get({ query, operationName: 'B', variables: '{"text":"甲"}', extensions: '{}' });
    expect([answer.status, answer.json]).toEqual([200, { data: { echo: '甲' } }]);
  });

  it('refuses a mutation with 405 in both media types', async () => {
    for (const accept of BOTH) {
      const answer = await get({ query: 'mutation { touch }' }, { accept });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    }
  });

  it.each([
    ['variables', '{', 'VARIABLES_INVALID'],
    ['variables', '[]', 'VARIABLES_INVALID'],
    ['extensions', 'x', 'EXTENSIONS_INVALID'],
  ])('refuses %s=%s', async (name, value, reason) => {
    const answer = await get({ query: '{ hello }', [name]: value });
    expect([answer.status, reasonOf(answer)]).toEqual([400, reason]);
  });

  it('refuses a parameter that comes twice, and a request without a query', async () => {
    expect(reasonOf(await hub.get('/graphql?query={hello}&query={key}'))).toBe('PARAMETER_REPEATED');
    expect(reasonOf(await hub.get('/graphql'))).toBe('QUERY_INVALID');
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors' }],
    [{ origin: 'https://elsewhere.example' }],
  ])('refuses what a page of another origin makes a browser send: %j', async (headers) => {
    const answer = await get({ query: '{ hello }' }, headers);
    expect([answer.status, reasonOf(answer)]).toEqual([403, 'FOREIGN_PAGE']);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [{ 'sec-fetch-site': 'cross-site', 'x-requested-with': 'XMLHttpRequest' }],
    [{ 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': 'true' }],
  ])('lets through what another page cannot send: %j', async (headers) => {
    expect((await get({ query: '{ hello }' }, headers)).status).toBe(200);
  });
});

describe('what the executor is told of a request', () => {
  const hub = new Harness();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());

  it('keeps a well-formed request id and answers with it', async () => {
    const answer = await hub.query('{ requestId }', { 'x-request-id': 'Dash_board-42' });
    expect(answer.json.data.requestId).toBe('Dash_board-42');
    expect(answer.headers['x-request-id']).toBe('Dash_board-42');
  });

  it.each(['', 'a b', 'x'.repeat(65), '<script>', 'a,b'])('mints a request id instead of "%s"', async (given) => {
    const answer = await hub.query('{ requestId }', { 'x-request-id': given });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.json.data.requestId).toBe(answer.headers['x-request-id']);
  });

  it('passes the idempotency key on', async () => {
    const key = `!${'k'.repeat(126)}~`;
    expect((await hub.query('{ key }', { 'idempotency-key': key })).json.data.key).toBe(key);
    expect((await hub.query('{ key }')).json.data.key).toBeNull();
  });

  it.each(['', 'two words', 'k'.repeat(129), 'k\u00e9y'])('refuses the idempotency key "%s"', async (key) => {
    const answer = await hub.query('{ key }', { 'idempotency-key': key });
    expect([answer.status, reasonOf(answer)]).toEqual([400, 'IDEMPOTENCY_KEY_INVALID']);
  });

  it('takes nobody for signed in because of an x-hub header', async () => {
    const forged = { 'x-hub-actor': '{"side":"office"}', 'x-hub-signature': 'x', 'x-hub-session': 's' };
    expect((await hub.query('{ whoami }', forged)).json).toEqual({ data: { whoami: null } });
    expect(hub.executor.contexts.at(-1)).toEqual({
      requestId: expect.any(String),
      actor: null,
      idempotencyKey: null,
      signal: expect.any(AbortSignal),
    });
  });

  it('aborts the signal when the client leaves, and not when it got its answer', async () => {
    await hub.query('{ hello }');
    const answered = hub.executor.contexts.at(-1)?.signal;
    const leaving = new AbortController();
    const asked = hub.send({
      method: 'POST',
      path: '/graphql',
      body: '{"query":"{ wait }"}',
      headers: { 'content-type': 'application/json', 'x-request-id': 'leaver' },
      signal: leaving.signal,
    });
    await hub.executor.gate.entered;
    const left = hub.executor.contexts.at(-1)?.signal;
    leaving.abort();
    await expect(asked).rejects.toThrow();
    const line = await hub.requestLine('leaver');
    expect(line).toMatchObject({ aborted: true, status: null });
    expect([answered?.aborted, left?.aborted]).toEqual([false, true]);
  });
});
