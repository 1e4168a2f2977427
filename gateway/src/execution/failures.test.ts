import type { SubgraphResponse } from '../context';
import { unitsGraph } from './testing/units-graph';

const answering = (subgraph: string, response: unknown) =>
  unitsGraph({ intercept: (call) => (call.subgraph === subgraph ? (response as SubgraphResponse) : undefined) });

describe('errors of subgraphs', () => {
  it('stand at every place of the entity, in the aliases of the client', async () => {
    const { ask } = unitsGraph();
    const answer = await ask('{ all: units { name z: zone { l: label(prefix: "错") } } }');
    expect(answer.data.all[0]).toEqual({ name: '市委办公室', z: { l: null } });
    expect(answer.errors?.map(({ path }) => path)).toEqual([
      ['all', 0, 'z', 'l'],
      ['all', 1, 'z', 'l'],
      ['all', 2, 'z', 'l'],
    ]);
    expect(answer.errors?.[0]).toMatchObject({
      message: '无此前缀',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    });
  });

  it('null the nearest nullable parent, through lists of lists', async () => {
    const { ask } = unitsGraph();
    const answer = await ask('{ tree { name rank } units(first: 1) { rank } }');
    expect(answer.data).toEqual({ tree: null, units: [{ rank: 1 }] });
    expect(answer.errors).toEqual([
      {
        message: '名次未定',
        path: ['tree', 0, 1, 'rank'],
        extensions: { code: 'CONFLICT', reason: 'RANK_OPEN', requestId: 'request-1' },
      },
    ]);
  });

  it('lose their stack traces', async () => {
    const { ask } = answering('organization', {
      data: { units: null },
      errors: [
        {
          message: '坏了',
          path: ['units'],
          extensions: { code: 'X', exception: { stacktrace: ['at f'] }, stacktrace: [] },
        },
      ],
    });
    expect((await ask('{ units { id } }')).errors?.[0]?.extensions).toEqual({ code: 'X', requestId: 'request-1' });
  });

  it('without a path stand at the fields of the call', async () => {
    const { ask } = answering('organization', {
      data: null,
      errors: [{ message: '请先登录', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const answer = await ask('{ units { id } n: nodes { id } }');
    expect(answer.data).toEqual({ units: null, n: null });
    expect(answer.errors?.map(({ path }) => path?.[0]).sort()).toEqual(['n', 'units']);
  });

  it('of fields fetched for a join only stand at the object', async () => {
    const { ask } = answering('organization', {
      data: { unit: { __typename: 'Unit', id: 'u1', headcount: null } },
      errors: [{ message: '人数未报', path: ['unit', 'headcount'], extensions: { code: 'CONFLICT' } }],
    });
    const answer = await ask('{ unit(id: "u1") { headcount: copies } }');
    expect(answer).toMatchObject({ data: { unit: { headcount: null } }, errors: [{ path: ['unit'] }] });
  });
});

describe('a subgraph that does not answer', () => {
  it.each([
    ['throws', () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4102'))],
    ['answers text', () => 'bad gateway' as SubgraphResponse],
    ['answers nothing', () => ({}) as SubgraphResponse],
    ['answers errors of the wrong shape', () => ({ errors: [{ text: 1 }] }) as unknown as SubgraphResponse],
  ])('and %s leaves the rest of the data and one clean error', async (_, fail) => {
    const { ask, internalErrors } = unitsGraph({
      intercept: ({ subgraph }) => (subgraph === 'dispatch' ? fail() : undefined),
    });
    const answer = await ask('{ units { name receipts { id } copies } }');
    expect(answer.data).toEqual({ units: null });
    expect(answer.errors).toEqual([
      {
        message: '部分内容暂时无法取得，请稍后重试。',
        path: ['units'],
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          reason: 'DISPATCH_UNAVAILABLE',
          subgraph: 'dispatch',
          requestId: 'request-1',
        },
      },
    ]);
    expect(internalErrors).toHaveLength(1);
  });

  it('is named once where one call fills several places of a list', async () => {
    const { ask } = unitsGraph({
      intercept: ({ subgraph }) => (subgraph === 'dispatch' ? { errors: [{ message: '超时' }] } : undefined),
    });
    const answer = await ask('{ units { copies zone { label units { receipts { id } copies } } } }');
    expect(answer.errors).toMatchObject([{ message: '超时', path: ['units'] }]);
  });

  it('nulls only what it owns', async () => {
    const { ask } = unitsGraph({
      intercept: ({ subgraph }) => (subgraph === 'dispatch' ? Promise.reject(new Error()) : undefined),
    });
    const answer = await ask('{ units(first: 1) { name zone { id label } } }');
    expect(answer.data).toEqual({ units: [{ name: '市委办公室', zone: { id: 'z1', label: null } }] });
  });

  it('leaves nulls under aliases that JavaScript has on every object', async () => {
    const { ask } = unitsGraph({
      intercept: ({ subgraph }) => (subgraph === 'dispatch' ? Promise.reject(new Error()) : undefined),
    });
    expect((await ask('{ unit(id: "u1") { zone { toString: label } } }')).data.unit.zone.toString).toBeNull();
  });

  it('is not called for a client that has gone', async () => {
    const { executor, calls } = unitsGraph();
    const context = { requestId: 'r', actor: null, idempotencyKey: null, signal: AbortSignal.abort() };
    await executor.execute({ query: '{ units { id } }' }, context, { allowMutations: false });
    expect(calls).toEqual([]);
  });
});

describe('values that do not fit their types', () => {
  it.each([
    ['headcount', 2 ** 31],
    ['headcount', '12'],
    ['share', Number.MAX_VALUE.toString()],
    ['active', 1],
    ['nature', 'UNHEARD_OF'],
    ['nature', 'HIDDEN'],
    ['zone', 'z1'],
    ['name', 7],
  ])('%s: %p becomes null with a masked error', async (field, value) => {
    const { ask } = answering('organization', { data: { units: [{ [field]: value }] } });
    const answer = await ask(`{ units { ${field} ${field === 'zone' ? '{ id }' : ''} } }`);
    const isNullable = !['name', 'zone'].includes(field);
    expect(answer.data).toEqual({ units: isNullable ? [{ [field]: null }] : null });
    expect(answer.errors).toMatchObject([
      { path: ['units', 0, field], extensions: { code: 'INTERNAL_SERVER_ERROR', reason: 'INVALID_FIELD_VALUE' } },
    ]);
  });

  it('a null that nobody explained is explained', async () => {
    const { ask } = answering('organization', { data: { units: [{ name: null }, {}] } });
    expect(await ask('{ units { name } }')).toMatchObject({
      data: { units: null },
      errors: [{ path: ['units', 0, 'name'], extensions: { reason: 'NULL_IN_NON_NULL_FIELD' } }],
    });
  });

  it('an object of a type clients do not know is not shown', async () => {
    const { ask } = answering('organization', { data: { nodes: [{ __typename: 'Ghost', id: '1' }] } });
    expect(await ask('{ nodes { id ... on Unit { name } } }')).toMatchObject({
      data: { nodes: null },
      errors: [{ path: ['nodes', 0], extensions: { reason: 'UNKNOWN_OBJECT_TYPE' } }],
    });
  });

  it('an integer id is written as text', async () => {
    expect(
      (await answering('organization', { data: { units: [{ id: 7 }] } }).ask('{ units { id } }')).data.units,
    ).toEqual([{ id: '7' }]);
  });
});

describe('refused requests', () => {
  it.each([
    ['{ units {', undefined, 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'],
    ['{ secret }', undefined, 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($n: Int) { units(first: $n) { id } }', { n: 'x' }, 'BAD_USER_INPUT', 'BAD_USER_INPUT'],
    ['query A { units { id } } query B { units { id } }', undefined, 'BAD_USER_INPUT', 'OPERATION_NAME_REQUIRED'],
    ['fragment F on Unit { id }', undefined, 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (query, variables, code, reason) => {
    const { ask, calls } = unitsGraph();
    const answer = await ask(query, variables);
    expect(answer).toMatchObject({
      requestError: true,
      errors: [{ extensions: { code, reason, requestId: 'request-1' } }],
    });
    expect(answer).not.toHaveProperty('data');
    expect(calls).toEqual([]);
  });

  it('an unknown operation name', async () => {
    const answer = await unitsGraph().ask('query A { units { id } }', undefined, { operationName: 'B' });
    expect(answer).toMatchObject({ requestError: true, errors: [{ extensions: { reason: 'OPERATION_NOT_FOUND' } }] });
  });

  it('name so many wrong values and no more', async () => {
    const { ask } = unitsGraph();
    const variables = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`n${index}`, 'x']));
    const names = Object.keys(variables);
    const fields = names.map((name) => `${name}: units(first: $${name}) { id }`);
    const answer = await ask(`query (${names.map((name) => `$${name}: Int`)}) { ${fields.join(' ')} }`, variables);
    expect(answer.errors).toHaveLength(51);
  });
});
