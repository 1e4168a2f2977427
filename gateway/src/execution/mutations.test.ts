import { unitsGraph } from './testing/units-graph';

const RENAME = 'renameUnit(id: "u1", name: "新名")';

describe('mutations', () => {
  it('finish one root field, joins included, before the next', async () => {
    const { ask, calls } = unitsGraph();
    const answer = await ask(
      `mutation { a: ${RENAME} { name receipts { id } } b: urge(unitId: "u2") { unit { name } } }`,
    );
    expect(answer.data).toEqual({
      a: { name: '新名', receipts: [{ id: 'u1-0' }] },
      b: { unit: { name: '市财政局' } },
    });
    expect(calls.map(({ subgraph, kind }) => `${subgraph} ${kind}`)).toEqual([
      'organization mutation',
      'dispatch query',
      'dispatch mutation',
      'organization query',
    ]);
  });

  it('stop after a null in a non-null root field', async () => {
    const { ask, calls } = unitsGraph();
    const answer = await ask(`mutation { a: renameUnit(id: "u9", name: "无") { id } b: ${RENAME} { id } }`);
    expect(answer).toMatchObject({
      data: null,
      errors: [{ message: '单位不存在', path: ['a'], extensions: { code: 'NOT_FOUND', reason: 'UNIT_NOT_FOUND' } }],
    });
    expect(calls).toHaveLength(1);
  });

  it('stop when only a join makes the non-null root field null', async () => {
    const { ask, calls } = unitsGraph();
    const answer = await ask(`mutation { a: renameUnit(id: "u2", name: "新") { rank } b: ${RENAME} { id } }`);
    expect(answer).toMatchObject({
      data: null,
      errors: [{ path: ['a', 'rank'], extensions: { reason: 'RANK_OPEN' } }],
    });
    expect(calls.filter(({ kind }) => kind === 'mutation')).toHaveLength(1);
  });

  it('go on after a null in a nullable root field', async () => {
    const { ask } = unitsGraph({
      intercept: ({ query }) => (query.includes('countUnits') ? { data: { countUnits: null } } : undefined),
    });
    expect((await ask(`mutation { countUnits ${RENAME} { name } }`)).data).toEqual({
      countUnits: null,
      renameUnit: { name: '新名' },
    });
  });

  it('do not run at all when one of their fields cannot be planned', async () => {
    const { ask, calls, internalErrors } = unitsGraph();
    const deep = `${'zone { units { '.repeat(30)}id${' } }'.repeat(30)}`;
    const answer = await ask(`mutation { a: ${RENAME} { id } b: ${RENAME} { ${deep} } }`);
    expect(answer).toMatchObject({ requestError: true, errors: [{ extensions: { reason: 'PLAN_FAILED' } }] });
    expect(calls).toEqual([]);
    expect(internalErrors).toHaveLength(1);
  });

  it('are refused where only reading is allowed', async () => {
    const { executor, calls } = unitsGraph();
    const context = { requestId: 'r', actor: null, idempotencyKey: null, signal: new AbortController().signal };
    const { body, requestError } = await executor.execute({ query: `mutation { ${RENAME} { id } }` }, context, {
      allowMutations: false,
    });
    expect(requestError).toBe(true);
    expect(body).toContain('MUTATION_OVER_GET');
    expect(calls).toEqual([]);
  });
});
