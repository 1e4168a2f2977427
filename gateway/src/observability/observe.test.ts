import { createLogger } from '@hub/runtime';

import type { CallSubgraph, RequestContext, SubgraphRequest } from '../context';
import type { ExecutionOutcome, GatewayExecutor } from '../execution';
import { SubgraphCallError } from '../remote/call-error';
import { internalErrorLog } from './internal-error-log';
import { observeCalls } from './observe-calls';
import { observeExecutor } from './observe-executor';
import { NO_TELEMETRY, type OperationDone, type SubgraphCallDone } from './telemetry';

const request: SubgraphRequest = { query: '{ a }', variables: {}, operationName: null, kind: 'query' };
const context: RequestContext = {
  requestId: 'r-1',
  actor: null,
  idempotencyKey: null,
  signal: new AbortController().signal,
};

let log: Record<string, unknown>[];
let operations: OperationDone[];
let calls: SubgraphCallDone[];
const telemetry = {
  ...NO_TELEMETRY,
  operationDone: (done: OperationDone) => void operations.push(done),
  subgraphCallDone: (done: SubgraphCallDone) => void calls.push(done),
};
const logger = createLogger({
  name: 'test',
  level: 'debug',
  destination: { write: (line) => void log.push(JSON.parse(line)) },
});

beforeEach(() => {
  log = [];
  operations = [];
  calls = [];
});

describe('a subgraph call', () => {
  it.each([
    ['ok', async () => ({ data: {} })],
    ['errors', async () => ({ data: null, errors: [{ message: 'no' }] })],
    ['timeout', () => Promise.reject(new SubgraphCallError('dues', 'timeout', 'late'))],
    ['unreachable', () => Promise.reject(new Error('who knows'))],
  ])('is told as %s', async (outcome, call) => {
    const observed = observeCalls(call as CallSubgraph, telemetry)('dues', request, context);
    const [as] = await Promise.allSettled([observed]);
    expect([as]).toEqual(await Promise.allSettled([call()]));
    expect(calls).toEqual([{ subgraph: 'dues', kind: 'query', outcome, ms: expect.any(Number) }]);
  });
});

describe('an operation', () => {
  const executing = (outcome: Partial<ExecutionOutcome>, slowMs = 60_000): GatewayExecutor => {
    const call = observeCalls(async () => ({ data: {} }), telemetry);
    const execute: GatewayExecutor['execute'] = async (_, given) => {
      await call('dues', request, given);
      return { body: '{}', requestError: false, operationName: 'Inbox', operationKind: 'query', ...outcome };
    };
    const stream = () => Promise.reject(new Error('unused'));
    return observeExecutor({ execute, stream }, { telemetry, logger, slowMs });
  };
  const run = (executor: GatewayExecutor, documentId: string | null = 'd-1') =>
    executor.execute({ query: '{ secret }', documentId, variables: { v: '绝密' } }, context, { allowMutations: true });

  it.each([
    [{}, 'ok'],
    [{ hasErrors: true }, 'partial'],
    [{ requestError: true }, 'refused'],
  ])('%p is told as %s', async (outcome, told) => {
    await run(executing(outcome));
    expect(operations).toEqual([{ name: 'Inbox', kind: 'query', outcome: told, ms: expect.any(Number) }]);
  });

  it('has a name only when its document is registered', async () => {
    await run(executing({}), null);
    expect(operations[0]?.name).toBeNull();
  });

  it('that is slow is a line with the calls it made and nothing anybody wrote', async () => {
    await run(executing({}, 0));
    expect(log).toMatchObject([{ level: 'warn', msg: 'slow operation', requestId: 'r-1', operationName: 'Inbox' }]);
    expect(log[0]?.calls).toEqual([expect.stringMatching(/^dues \d+ms ok$/)]);
    expect(JSON.stringify(log)).not.toMatch(/绝密|secret/);
  });

  it('that is not slow is none', async () => {
    await run(executing({}));
    expect(log).toEqual([]);
  });
});

describe('the log of failed calls', () => {
  it('does not grow with them', () => {
    const report = internalErrorLog(logger);
    for (let calls = 0; calls < 1000; calls += 1) {
      report(new SubgraphCallError('dues', 'rejected', 'not asked'), context);
      report(new SubgraphCallError('dues', 'timeout', 'late'), context);
      report(new SubgraphCallError('dues', 'cancelled', 'left'), context);
    }
    expect(log.map(({ msg }) => msg)).toEqual(['subgraph dues does not answer', 'subgraph dues does not answer']);
  });

  it('has every fault of ours', () => {
    const report = internalErrorLog(logger);
    report(new TypeError('a'), context);
    report(new TypeError('b'), context);
    expect(log.map(({ requestId }) => requestId)).toEqual(['r-1', 'r-1']);
  });
});
