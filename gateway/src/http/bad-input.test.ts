import { gzipSync } from 'node:zlib';

import { Harness } from '../../testing/harness';
import { keptBytes } from '../../testing/heap';
import { RawClient } from '../../testing/raw-client';
import { createGraph } from '../execution/testing/graph';
import { createOperationGuard, DEFAULT_COST_CEILINGS } from '../security/limits';

// What the GraphQL-over-HTTP text and OWASP's list name, on real sockets against the gateway as it is in production:
// an answer each time, in words, and a gateway that goes on.

const SDL = `
  type Query { hello(name: String): String! node: Node }
  type Node { id: ID! node: Node }
  type Mutation { login(name: String): String touch: String }
`;
const resolvers = {
  Query: { hello: (_: unknown, { name }: { name?: string }) => `你好${name ?? ''}` },
  Mutation: { login: () => 'in', touch: () => 'touched' },
};
const graph = createGraph(
  { one: { sdl: SDL, resolvers } },
  { introspection: false, guard: createOperationGuard({ ceilings: DEFAULT_COST_CEILINGS }) },
);

const hub = new Harness();
beforeAll(() =>
  hub.start({
    executor: graph.executor,
    development: false,
    limits: { bodyTimeoutMs: 400, headersTimeoutMs: 400 },
  }),
);
afterAll(async () => {
  await hub.stop();
  expect(graph.internalErrors).toEqual([]);
});

/** After everything that was sent at it, it answers the next one. */
afterEach(async () => {
  expect((await hub.query('{ hello }')).json).toEqual({ data: { hello: '你好' } });
});

const errorOf = (answer: { json: { errors: { message: string; extensions: Record<string, string> }[] } }) =>
  answer.json.errors[0]?.extensions;

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('operations', () => {
  it.each([
    ['an alias bomb', `{ ${times(30, (i) => `n${i}: node { ${times(9, (j) => `a${j}: id`)} }`)} }`, 'TOO_MANY_ALIASES'],
    ['the same field ten thousand times', `{ ${'hello '.repeat(9_000)} }`, 'TOO_MANY_FIELDS'],
    [
      'a fragment bomb',
      `{ node { ...F0 } } ${times(60, (i) => `fragment F${i} on Node { a: node { ...F${i + 1} } b: node { ...F${i + 1} } }`)} fragment F60 on Node { id }`,
      'QUERY_TOO_DEEP',
    ],
    [
      'a cycle of fragments',
      '{ node { ...A } } fragment A on Node { node { ...B } } fragment B on Node { node { ...A } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a fragment that spreads itself', '{ node { ...A } } fragment A on Node { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a directive bomb', `{ hello ${'@skip(if: false) '.repeat(1_000)} }`, 'TOO_MANY_DIRECTIVES'],
    ['a megabyte of tokens', `{ ${'a '.repeat(500_000)}}`, 'TOO_MANY_TOKENS'],
    ['a hundred thousand list brackets', `{ hello(name: ${'['.repeat(100_000)}`, 'NESTED_TOO_DEEP'],
    ['a hundred thousand braces', `${'{a'.repeat(100_000)}`, 'NESTED_TOO_DEEP'],
    ['a circular query', `{ ${'node { '.repeat(40)}id${' }'.repeat(40)} }`, 'QUERY_TOO_DEEP'],
    ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['introspection of one type', '{ __type(name: "Node") { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations of one name', 'query A { hello } query A { hello }', 'GRAPHQL_VALIDATION_FAILED'],
    ['several operations and no name', 'query A { hello } query B { hello }', 'OPERATION_NAME_REQUIRED'],
    ['a subscription', 'subscription { hello }', 'SUBSCRIPTION_NEEDS_STREAM'],
    [
      'a variable named as the prototype',
      'query ($__proto__: String) { hello(name: $__proto__) }',
      'VARIABLE_NAME_RESERVED',
    ],
    ['a name near a field', '{ hallo }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no operation', 'fragment F on Query { hello }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an empty document', ' ', 'GRAPHQL_PARSE_FAILED'],
    ['a NUL character', '{ hello\u0000 }', 'GRAPHQL_PARSE_FAILED'],
    ['a lone surrogate', '{ hello(name: "\ud800") }', 'GRAPHQL_PARSE_FAILED'],
  ])('%s is refused', async (_, query, reason) => {
    const answer = await hub.query(query, { accept: 'application/graphql-response+json' });
    expect([answer.status, errorOf(answer)?.reason]).toEqual([400, reason]);
    expect(answer.text).not.toMatch(/Did you mean|at .*\(.*:\d+:\d+\)|node_modules/);
    expect(errorOf(answer)?.requestId).toBe(answer.headers['x-request-id']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'the alias %s is a name as any other',
    async (name) => {
      const answer = await hub.query(`{ ${name}: hello }`);
      expect(answer.text).toBe(`{"data":{"${name}":"你好"}}`);
    },
  );

  it.each([
    ['of a prototype', '{"__proto__":{"polluted":"yes"},"name":"甲"}'],
    ['of a constructor', '{"constructor":{"prototype":{"polluted":"yes"}},"name":"甲"}'],
  ])('keys %s in the variables do nothing', async (_, variables) => {
    const body = `{"query":"query($name: String) { hello(name: $name) }","variables":${variables}}`;
    expect((await hub.post(body)).json).toEqual({ data: { hello: '你好甲' } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a wrong variable is told without what would have been right', async () => {
    const answer = await hub.post({
      query: 'query($name: String) { hello(name: $name) }',
      variables: { name: { nam: 1 } },
    });
    expect(errorOf(answer)?.code).toBe('BAD_USER_INPUT');
    expect(answer.text).not.toMatch(/Did you mean/);
  });

  it('a mutation by GET is refused with 405', async () => {
    const answer = await hub.get(`/graphql?query=${encodeURIComponent('mutation { touch }')}`);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });

  it('an array of a thousand operations is one refusal', async () => {
    const answer = await hub.post(Array.from({ length: 1_000 }, () => ({ query: '{ hello }' })));
    expect([answer.status, errorOf(answer)?.reason, answer.json.errors.length]).toEqual([400, 'BATCH_REFUSED', 1]);
  });
});

describe('tokens', () => {
  const whoever = { query: '{ hello }' };
  const none = (claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
  };
  it.each([
    ['of no algorithm', async () => none({ sid: 's', iss: 'party-work-hub', aud: 'hub', exp: 4e9 }), 'TOKEN_INVALID'],
    ['that is expired', async () => (await hub.bearer({ lifetime: -10 })).authorization, 'TOKEN_EXPIRED'],
    [
      'signed by another key',
      async () => (await hub.bearer({ key: new Uint8Array(64).fill(9) })).authorization,
      'TOKEN_INVALID',
    ],
    ['for another audience', async () => (await hub.bearer({ aud: 'elsewhere' })).authorization, 'TOKEN_INVALID'],
    ['of another issuer', async () => (await hub.bearer({ iss: 'elsewhere' })).authorization, 'TOKEN_INVALID'],
    ['of another algorithm', async () => (await hub.bearer({ alg: 'HS512' })).authorization, 'TOKEN_INVALID'],
    ['that is none', async () => 'Bearer x', 'TOKEN_INVALID'],
    ['that is a password', async () => 'Basic YWRtaW46YWRtaW4=', 'TOKEN_INVALID'],
    ['of ten kilobytes', async () => `Bearer ${'a'.repeat(10_000)}`, 'TOKEN_INVALID'],
  ])('a token %s is refused with 401', async (_, token, reason) => {
    const answer = await hub.post(whoever, { authorization: await token() });
    expect([answer.status, errorOf(answer)?.reason]).toEqual([401, reason]);
  });
});

describe('bodies', () => {
  const utf16 = Buffer.from('\ufeff{"query":"{ hello }"}', 'utf16le');
  it.each([
    ['in UTF-16', utf16, {}, 400],
    ['declared as UTF-16', utf16, { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['that is no UTF-8', Buffer.from('{"query":"{ hello }\xff"}', 'latin1'), {}, 400],
    ['in gzip', gzipSync('{"query":"{ hello }"}'), { 'content-encoding': 'gzip' }, 415],
    ['in gzip that does not say so', gzipSync('{"query":"{ hello }"}'), {}, 400],
    ['as a form', 'query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text', '{"query":"{ hello }"}', { 'content-type': 'text/plain' }, 415],
    ['that breaks off', '{"query":"{ hello }"', {}, 400],
    ['over a megabyte', JSON.stringify({ query: `{ hello } # ${'x'.repeat(2 ** 20)}` }), {}, 413],
    [
      'of variables a hundred thousand deep',
      `{"query":"{ hello }","variables":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`,
      {},
      400,
    ],
  ])('a body %s is refused', async (_, body, headers, status) => {
    const answer = await hub.post(body, headers);
    expect([answer.status, answer.json.errors.length]).toEqual([status, 1]);
  });

  it('a byte order mark is no fault', async () => {
    expect((await hub.post('\ufeff{"query":"{ hello }"}')).json).toEqual({ data: { hello: '你好' } });
  });
});

const POST = 'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n';

describe('connections', () => {
  it.each([
    [
      'both lengths',
      `${POST}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nhost: hub\r\n\r\n`,
      400,
    ],
    ['two lengths', `${POST}content-length: 5\r\ncontent-length: 6\r\n\r\nhello`, 400],
    ['a length that is none', `${POST}content-length: +5\r\n\r\nhello`, 400],
    ['an encoding that is none', `${POST}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`, 400],
    ['an encoding in disguise', `${POST}transfer-encoding : chunked\r\n\r\n0\r\n\r\n`, 400],
    ['a chunk size that is none', `${POST}transfer-encoding: chunked\r\n\r\nzz\r\n\r\n`, 400],
    ['a line folded', `${POST}x-a: 1\r\n 2\r\ncontent-length: 0\r\n\r\n`, 400],
    ['a header with a NUL', `${POST}x-a: \u0000\r\n\r\n`, 400],
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n', 400],
    ['twenty kilobytes of headers', `${POST}x-a: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a URL of twenty kilobytes', `GET /graphql?query=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: hub\r\n\r\n`, 431],
    ['a head that does not end', `${POST}x-a: `, 408],
    ['a body that does not end', `${POST}content-length: 100\r\n\r\n{`, 408],
  ])('%s: an answer, and the end of the connection', async (_, text, status) => {
    const client = await RawClient.open(hub.port);
    client.write(text);
    await client.until(`HTTP/1.1 ${status} `);
    await client.until('"requestId"');
    client.hangUp();
    await client.closed;
    expect(client.received.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(client.received).toContain('x-request-id: ');
  });

  it('requests sent without waiting are answered one after the other, in their order', async () => {
    const client = await RawClient.open(hub.port);
    const request = (i: number) => {
      const body = JSON.stringify({ query: `{ hello(name: "${i}.") }` });
      return `${POST}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    };
    client.write(Array.from({ length: 200 }, (_, i) => request(i)).join(''));
    const received = await client.until('199."');
    expect(received.match(/(\d+)\."/g)?.map(Number.parseFloat)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    client.hangUp();
  });

  it('a thousand connections that say nothing keep nobody from being answered', async () => {
    const idle = await Promise.all(Array.from({ length: 1_000 }, () => RawClient.open(hub.port)));
    expect((await hub.query('{ hello }')).status).toBe(200);
    for (const client of idle) client.hangUp();
    await Promise.all(idle.map(({ closed }) => closed));
  });
});

test('hundreds of refusals leave nothing behind', async () => {
  const turn = async (i: number) => {
    await hub.query(`{ nothing${i} # ${'x'.repeat(20_000)}\n }`);
    await hub.query(`{ ${'hello '.repeat(3_000)} # ${i}\n}`);
    await hub.post(`{"query":"{ hello }","variables":{"a":[${i}`, {});
  };
  for (let i = 0; i < 30; i += 1) await turn(i);
  const before = await keptBytes();
  for (let i = 30; i < 180; i += 1) await turn(i);
  // Kept, the texts alone would be 6 MB.
  expect((await keptBytes()) - before).toBeLessThan(4 * 2 ** 20);
});
