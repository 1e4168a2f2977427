import { Harness } from '../../testing/harness';
import type { SubgraphResponse } from '../context';
import type { ExecutionLimits } from '../execution/execution-limits';
import { createGraph, type Interception } from '../execution/testing/graph';

const organization = {
  sdl: `
    type Query { unit(id: ID!): Unit }
    type Mutation { renameUnit(id: ID!, name: String!): Unit }
    type Unit @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: { Query: { unit: (_: unknown, { id }: { id: string }) => ({ id, name: '市财政局' }) } },
};
const dispatch = {
  sdl: 'type Unit @key(fields: "id") { id: ID! copies: Int }',
  resolvers: { Unit: { copies: () => 2 } },
};

const hangs: Interception = () => new Promise<SubgraphResponse>(() => undefined);
const onlyDispatchHangs: Interception = (call) => (call.subgraph === 'dispatch' ? hangs(call) : undefined);

const hub = new Harness();
afterEach(() => hub.stop());

function open(limits: Partial<ExecutionLimits>, intercept?: Interception): Promise<Harness> {
  return hub.start({ executor: createGraph({ organization, dispatch }, { limits, intercept }).executor });
}

describe('the time of one operation', () => {
  it('ends what is still asked, and the client has the rest', async () => {
    await open({ operationMs: 200 }, onlyDispatchHangs);
    const answer = await hub.query('{ unit(id: "u2") { name copies } }');
    expect([answer.status, answer.json.data]).toEqual([200, { unit: { name: '市财政局', copies: null } }]);
    expect(answer.json.errors).toEqual([
      {
        message: '查询超时，部分内容未能取得，请稍后重试。',
        path: ['unit'],
        extensions: { code: 'UNAVAILABLE', reason: 'OPERATION_TIMEOUT', requestId: answer.headers['x-request-id'] },
      },
    ]);
  });

  it('says of a mutation that it may have been done', async () => {
    await open({ operationMs: 20 }, hangs);
    const answer = await hub.query('mutation { renameUnit(id: "u2", name: "x") { name } }');
    expect(answer.json.data).toEqual({ renameUnit: null });
    expect(answer.json.errors).toMatchObject([
      { message: expect.stringContaining('可能已经生效'), extensions: { reason: 'OPERATION_TIMEOUT' } },
    ]);
  });
});

describe('the size of one answer', () => {
  const QUERY = '{ unit(id: "u2") { name copies } }';
  const bytes = Buffer.byteLength('{"unit":{"name":"市财政局","copies":2}}');

  it('is refused by name when it is over the limit', async () => {
    await open({ responseLength: bytes - 1 });
    const answer = await hub.query(QUERY);
    expect([answer.status, answer.json.data]).toEqual([200, null]);
    expect(answer.json.errors).toMatchObject([
      {
        message: expect.stringMatching(/\p{Script=Han}/u),
        extensions: { code: 'BAD_USER_INPUT', reason: 'RESPONSE_TOO_LARGE', details: { limit: bytes - 1 } },
      },
    ]);
  });

  it('may be the limit', async () => {
    await open({ responseLength: bytes });
    expect((await hub.query(QUERY)).json.data).toEqual({ unit: { name: '市财政局', copies: 2 } });
  });
});
