import { unitsGraph } from './testing/units-graph';

describe('joins', () => {
  it('fills an entity of one subgraph from another, and back again', async () => {
    const { ask } = unitsGraph();
    const answer = await ask('{ unit(id: "u2") { name receipts { id unit { name } } zone { label } } }');
    expect(answer).toEqual({
      data: {
        unit: { name: '市财政局', receipts: [{ id: 'u2-0', unit: { name: '市财政局' } }], zone: { label: '第z1' } },
      },
      requestError: false,
    });
  });

  it('asks for an entity once, however often it stands in the data', async () => {
    const { ask, calls } = unitsGraph();
    const answer = await ask('{ units { zone { label } } }');
    expect(answer.data.units).toEqual([
      { zone: { label: '第z1' } },
      { zone: { label: '第z1' } },
      { zone: { label: '第z2' } },
    ]);
    expect(calls.map(({ variables }) => variables.representations)).toEqual([
      undefined,
      [
        { __typename: 'Zone', id: 'z1' },
        { __typename: 'Zone', id: 'z2' },
      ],
    ]);
  });

  it('keeps places of one entity apart when they are filled differently further down', async () => {
    const { ask } = unitsGraph();
    const answer = await ask(`{
      a: unit(id: "u1") { receipts { unit { zone { label(prefix: "甲") } } } }
      b: unit(id: "u1") { receipts { unit { zone { label(prefix: "乙") } } } }
    }`);
    expect(answer.data.a.receipts[0].unit.zone).toEqual({ label: '甲z1' });
    expect(answer.data.b.receipts[0].unit.zone).toEqual({ label: '乙z1' });
  });

  it('gives aliases of one entity field their own arguments', async () => {
    const { ask, calls } = unitsGraph();
    const answer = await ask('query ($p: String) { unit(id: "u1") { zone { a: label(prefix: $p) b: label } } }', {
      p: '区',
    });
    expect(answer.data.unit.zone).toEqual({ a: '区z1', b: '第z1' });
    expect(calls).toHaveLength(2);
  });

  it('lets an alias hide a key that a join needs', async () => {
    const answer = await unitsGraph().ask('{ unit(id: "u1") { id: name headcount: rank copies } }');
    expect(answer.data.unit).toEqual({ id: '市委办公室', headcount: 1, copies: 80 });
  });

  it('gives a subgraph what its field requires, a null included', async () => {
    const { ask, calls } = unitsGraph();
    const answer = await ask('{ units { copies } }');
    expect(answer.data.units).toEqual([{ copies: 80 }, { copies: 50 }, { copies: null }]);
    expect(answer.errors).toBeUndefined();
    expect(calls[1]?.variables.representations).toContainEqual({ __typename: 'Unit', id: 'u3', headcount: null });
  });

  it('joins through lists of lists', async () => {
    const answer = await unitsGraph().ask('{ tree { receipts { id } } }');
    expect(answer.data.tree).toEqual([
      [{ receipts: [{ id: 'u1-0' }] }, { receipts: [{ id: 'u2-0' }] }],
      [{ receipts: [{ id: 'u3-0' }] }],
    ]);
  });

  it('joins a list of fifty thousand places in one call', async () => {
    const places = Array.from({ length: 50_000 }, (_, index) => ({ __typename: 'Unit', id: `u${index % 100}` }));
    const { ask, calls } = unitsGraph({
      intercept: ({ subgraph }) => (subgraph === 'organization' ? { data: { units: places } } : undefined),
    });
    const answer = await ask('{ units { receipts { id } } }');
    expect(answer.data.units).toHaveLength(50_000);
    expect(answer.data.units[49_999]).toEqual({ receipts: [{ id: 'u99-0' }] });
    expect(calls[1]?.variables.representations).toHaveLength(100);
  });
});

describe('abstract types', () => {
  it('writes the fields of the type each object has', async () => {
    const answer = await unitsGraph().ask(`{
      nodes { id kind: __typename ... on Unit { name receipts { id } } ...OnZone }
      found { ... on Node { id } ... on Unit { copies } }
    } fragment OnZone on Zone { label }`);
    expect(answer.data).toEqual({
      nodes: [
        { id: 'u2', kind: 'Unit', name: '市财政局', receipts: [{ id: 'u2-0' }] },
        { id: 'z2', kind: 'Zone', label: '第z2' },
      ],
      found: [{ id: 'z1' }, null, { id: 'u3', copies: null }],
    });
  });
});

describe('conditions and variables', () => {
  const query = `query ($full: Boolean!, $id: ID! = "u1") {
    unit(id: $id) { name @skip(if: $full) ... @include(if: $full) { headcount receipts { id } } }
  }`;

  it('plans a document anew for each value of its conditions', async () => {
    const { ask, calls } = unitsGraph();
    expect((await ask(query, { full: false })).data).toEqual({ unit: { name: '市委办公室' } });
    expect(calls).toHaveLength(1);
    const full = await ask(query, { full: true, id: 'u2' });
    expect(full.data).toEqual({ unit: { headcount: 25, receipts: [{ id: 'u2-0' }] } });
  });

  it('calls nobody when everything is left out', async () => {
    const { ask, calls } = unitsGraph();
    expect(
      (await ask('query ($no: Boolean!) { units @include(if: $no) { id } __typename }', { no: false })).data,
    ).toEqual({
      __typename: 'Query',
    });
    expect((await ask('{ units @skip(if: true) { id } }')).data).toEqual({});
    expect(calls).toEqual([]);
  });

  it('writes empty objects when all their fields are left out', async () => {
    expect((await unitsGraph().ask('{ units(first: 1) { name @skip(if: true) } }')).data).toEqual({ units: [{}] });
  });

  it('refuses null for a condition', async () => {
    const answer = await unitsGraph().ask('query ($a: Boolean = true) { __typename @skip(if: $a) }', { a: null });
    expect(answer).toMatchObject({ requestError: true, errors: [{ extensions: { reason: 'CONDITION_IS_NULL' } }] });
  });

  it('sends defaults and leaves out what the client left out', async () => {
    const { ask, calls } = unitsGraph();
    await ask('query ($n: Int = 1, $p: String) { units(first: $n) { zone { label(prefix: $p) } } }');
    expect(calls[0]?.variables).toEqual({ n: 1 });
    expect(Object.keys(calls[1]?.variables ?? {})).toEqual(['representations']);
  });
});

describe('introspection', () => {
  const query = '{ __schema { queryType { name } } unit(id: "u1") { name } it: __type(name: "Unit") { kind } }';

  it('is answered beside ordinary fields, in the order of the request', async () => {
    const { body } = await unitsGraph().executor.execute(
      { query },
      { requestId: 'r', actor: null, idempotencyKey: null, signal: new AbortController().signal },
      { allowMutations: false },
    );
    expect(String(body)).toBe(
      '{"data":{"__schema":{"queryType":{"name":"Query"}},"unit":{"name":"市委办公室"},"it":{"kind":"OBJECT"}}}',
    );
  });

  it('shows neither federation nor what is inaccessible', async () => {
    const answer = await unitsGraph().ask('{ __schema { types { name fields { name } } directives { name } } }');
    expect(JSON.stringify(answer.data)).not.toMatch(/secret|join__|link__|_entities|"key"|inaccessible/);
  });

  it('is refused where it is off, and so are suggestions', async () => {
    const { ask, calls } = unitsGraph({ introspection: false });
    const answer = await ask(query);
    expect(answer.requestError).toBe(true);
    expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const misspelt = await ask('{ unitz { id } }');
    expect(misspelt.errors?.[0]?.message).toBe('Cannot query field "unitz" on type "Query".');
    expect(calls).toEqual([]);
  });
});
