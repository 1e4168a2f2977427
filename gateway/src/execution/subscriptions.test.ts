import { GraphQLError } from 'graphql';
import type { RequestContext } from '../context';
import type { ExecutionLimits } from './execution-limits';
import { type Answer, createGraph, type Interception, requestContext, type TestGraph } from './testing/graph';

/** Events a test tells one after the other. */
class Teller {
  readonly taken: unknown[] = [];
  ended = false;

  constructor(readonly events: readonly unknown[]) {}

  async *told(): AsyncGenerator<unknown, void, undefined> {
    try {
      for (const event of this.events) {
        this.taken.push(event);
        if (event instanceof Error) throw event;
        yield event;
      }
    } finally {
      this.ended = true;
    }
  }
}

const receipt = (id: string) => ({ receiptChanged: { id, unit: { id: `u-${id}` } } });

function graphOf(teller: Teller, intercept?: Interception, limits?: Partial<ExecutionLimits>): TestGraph {
  return createGraph(
    {
      dispatch: {
        sdl: `
          type Query { receipts: Int }
          type Subscription { receiptChanged(of: ID, kinds: [String!] = ["A"]): Receipt count: Int! refused: Int }
          type Receipt @key(fields: "id") { id: ID! state: String! unit: Unit! of: String }
          type Unit @key(fields: "id") { id: ID! }
        `,
        resolvers: {
          Subscription: {
            receiptChanged: { subscribe: () => teller.told() },
            count: { subscribe: () => teller.told() },
            refused: {
              subscribe: () => {
                throw new GraphQLError('无权', { extensions: { code: 'FORBIDDEN', reason: 'ROLE_NOT_ALLOWED' } });
              },
            },
          },
          Receipt: {
            state: ({ id }: { id: string }) => `state of ${id}`,
            of: (_: unknown, __: unknown, ___: unknown, { variableValues }: { variableValues: object }) =>
              JSON.stringify(variableValues),
          },
        },
      },
      organization: {
        sdl: `
          type Query { units: Int }
          type Unit @key(fields: "id") { id: ID! name: String! head: Receipt }
          type Receipt @key(fields: "id") { id: ID! mark: String }
        `,
        resolvers: {
          Unit: {
            name: ({ id }: { id: string }) => {
              if (id === 'u-2') throw new GraphQLError('名称不详', { extensions: { code: 'NOT_FOUND' } });
              return `名 ${id}`;
            },
            head: () => ({ id: 'h' }),
          },
          Receipt: { mark: ({ id }: { id: string }) => `mark of ${id}` },
        },
      },
    },
    { intercept, limits },
  );
}

async function all(answers: AsyncIterable<Answer>): Promise<Answer[]> {
  const seen: Answer[] = [];
  for await (const answer of answers) seen.push(answer);
  return seen;
}

describe('subscriptions', () => {
  it('answer each event with the fields of every subgraph, under the names of the client', async () => {
    const graph = graphOf(new Teller([receipt('1'), receipt('3')]));
    const query = 'subscription { changed: receiptChanged { key: id state mark unit { id: name head { mark } } } }';
    expect(await all(graph.watch(query))).toEqual(
      ['1', '3'].map((id) => ({
        data: {
          changed: {
            key: id,
            state: `state of ${id}`,
            mark: `mark of ${id}`,
            unit: { id: `名 u-${id}`, head: { mark: 'mark of h' } },
          },
        },
        requestError: false,
      })),
    );
  });

  it('give each event errors of its own, with the null where the types want it', async () => {
    const graph = graphOf(new Teller([receipt('1'), receipt('2'), receipt('3')]));
    const [first, second, third] = await all(graph.watch('subscription { receiptChanged { unit { name } } }'));
    expect([first?.data, first?.errors]).toEqual([{ receiptChanged: { unit: { name: '名 u-1' } } }, undefined]);
    expect(second).toMatchObject({
      data: { receiptChanged: null },
      errors: [
        { message: '名称不详', path: ['receiptChanged', 'unit', 'name'], extensions: { requestId: 'request-1' } },
      ],
    });
    expect(third?.errors).toBeUndefined();
  });

  it('null the answer of an event whose root may not be null, and go on', async () => {
    const graph = graphOf(new Teller([{ count: 'many' }, { count: 2 }]));
    const [first, second] = await all(graph.watch('subscription { n: count }'));
    expect(first).toMatchObject({ data: null, errors: [{ path: ['n'] }] });
    expect(second?.data).toEqual({ n: 2 });
  });

  it('give partial answers while another subgraph is away', async () => {
    const intercept: Interception = ({ subgraph }) =>
      subgraph === 'organization' ? Promise.reject(new Error('away')) : undefined;
    const graph = graphOf(new Teller([receipt('1')]), intercept);
    const [answer] = await all(graph.watch('subscription { receiptChanged { state mark } }'));
    expect(answer).toMatchObject({
      data: { receiptChanged: { state: 'state of 1', mark: null } },
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });
  });

  it('hand on variables with their defaults, also under an alias', async () => {
    const graph = graphOf(new Teller([receipt('1')]));
    const query =
      'subscription ($of: ID = "x", $kinds: [String!]) { r: receiptChanged(of: $of, kinds: $kinds) { of } }';
    const [answer] = await all(graph.watch(query, { variables: { kinds: ['B'] } }));
    expect(JSON.parse(answer?.data.r.of)).toEqual({ of: 'x', kinds: ['B'] });
  });

  it('end with the refusal of their source', async () => {
    const answers = await all(graphOf(new Teller([])).watch('subscription { refused }'));
    expect(answers).toEqual([
      {
        data: { refused: null },
        errors: [expect.objectContaining({ message: '无权', path: ['refused'] })],
        requestError: false,
      },
    ]);
  });

  it('tell of a lost source in an error and go on once it is back', async () => {
    const losses = [new Error('connection reset at 10.0.0.7')];
    const teller: Teller = {
      events: [],
      taken: [],
      ended: false,
      async *told() {
        yield receipt('1');
        const loss = losses.shift();
        if (loss) throw loss;
        yield receipt('3');
      },
    };
    const graph = graphOf(teller);
    const answers = await all(graph.watch('subscription { receiptChanged { id } }'));
    expect(answers.map(({ data }) => data?.receiptChanged.id)).toEqual(['1', undefined, '1', '3']);
    expect(answers[1]?.errors).toMatchObject([{ extensions: { reason: 'DISPATCH_UNAVAILABLE' } }]);
    expect(JSON.stringify(answers)).not.toContain('10.0.0.7');
    expect(graph.internalErrors).toHaveLength(1);
  });

  it('end when their source stays away', async () => {
    const graph = graphOf(new Teller([new Error('away')]));
    const answers = await all(graph.watch('subscription { receiptChanged { id } }'));
    expect(answers).toMatchObject([{ errors: [{ extensions: { reason: 'DISPATCH_UNAVAILABLE' } }] }]);
    expect(graph.internalErrors).toHaveLength(2);
  });

  it('take the next event only when the last answer was taken', async () => {
    const teller = new Teller([receipt('1'), receipt('3'), receipt('4')]);
    const answers = graphOf(teller).watch('subscription { receiptChanged { mark } }');
    await answers.next();
    expect(teller.taken).toHaveLength(1);
    await answers.next();
    expect(teller.taken).toHaveLength(2);
    await answers.return();
    expect([teller.taken.length, teller.ended]).toEqual([2, true]);
  });

  it('ask before each event who it is for, and end when it is for nobody any more', async () => {
    const teller = new Teller([receipt('1'), receipt('3'), receipt('4')]);
    const graph = graphOf(teller);
    const asked: RequestContext[] = [];
    const renew = async () => {
      if (asked.length === 3) return null;
      asked.push(requestContext());
      return asked.at(-1) ?? null;
    };
    const answers = await all(graph.watch('subscription { receiptChanged { id mark } }', { renew }));
    expect(answers.map(({ data }) => data.receiptChanged.id)).toEqual(['1', '3']);
    expect([graph.calls.length, teller.ended]).toEqual([2, true]);
  });

  it('end without a word once they are given up', async () => {
    const leaving = new AbortController();
    const teller = new Teller([receipt('1'), receipt('3')]);
    const context = { ...requestContext(), signal: leaving.signal };
    const answers = graphOf(teller).watch('subscription { receiptChanged { id } }', { context });
    await answers.next();
    leaving.abort();
    expect(await answers.next()).toEqual({ done: true, value: undefined });
    expect(teller.ended).toBe(true);
  });

  it('are nothing when @skip leaves nothing of them, and have no condition by variable', async () => {
    const graph = graphOf(new Teller([receipt('1')]));
    expect(await all(graph.watch('subscription { receiptChanged @skip(if: true) { id } }'))).toEqual([]);
    const query = 'subscription ($no: Boolean!) { receiptChanged @skip(if: $no) { id } }';
    const [refused] = await all(graph.watch(query, { variables: { no: true } }));
    expect([refused?.requestError, graph.internalErrors]).toEqual([true, []]);
  });

  it('are refused where one answer is all that can be sent, and when they are not valid', async () => {
    const graph = graphOf(new Teller([]));
    const { errors } = await graph.ask('subscription { receiptChanged { id } }');
    expect(errors).toMatchObject([{ extensions: { reason: 'SUBSCRIPTION_NEEDS_STREAM' } }]);
    const [invalid] = await all(graph.watch('subscription { receiptChanged { id } count }'));
    expect(invalid).toMatchObject({
      requestError: true,
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  it('are not the only operations of a transport that can stream', async () => {
    expect(await all(graphOf(new Teller([])).watch('{ units }'))).toEqual([
      { data: { units: null }, requestError: false },
    ]);
  });
});

describe('one event may take', () => {
  const query = 'subscription { receiptChanged { id unit { name } } }';

  it('as long as an operation, and the next one comes after it', async () => {
    const never = new Promise<never>(() => undefined);
    let asked = 0;
    const hangOnce: Interception = ({ subgraph }) => {
      if (subgraph !== 'organization') return undefined;
      asked += 1;
      return asked === 1 ? never : undefined;
    };
    const { watch } = graphOf(new Teller([receipt('1'), receipt('3')]), hangOnce, { operationMs: 50 });
    const [late, next] = await all(watch(query));
    expect(late).toMatchObject({
      data: { receiptChanged: null },
      errors: [{ extensions: { reason: 'OPERATION_TIMEOUT' } }],
    });
    expect(next?.data).toEqual({ receiptChanged: { id: '3', unit: { name: '名 u-3' } } });
  });

  it('as much as an answer', async () => {
    const { watch } = graphOf(new Teller([receipt('1')]), undefined, { responseLength: 20 });
    const [answer] = await all(watch(query));
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { reason: 'RESPONSE_TOO_LARGE' } }] });
  });
});
