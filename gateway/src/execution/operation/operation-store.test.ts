import { NO_TELEMETRY } from '../../observability/telemetry';
import { authorityOf } from '../../security/authorization';
import { OperationStore } from './operation-store';
import type { PreparedOperation } from './prepare-operation';

const operation = () => ({ stages: [], size: 1 }) as unknown as PreparedOperation;

const authority = authorityOf(null);
const variant = (query: string) => () => ({ query, operationName: null, conditions: {}, authority });

describe('OperationStore', () => {
  it('prepares an operation once for all who ask at the same time, and remembers it', async () => {
    const store = new OperationStore();
    const prepare = jest.fn(async () => operation());
    const [first, second] = await Promise.all([
      store.get('a', variant('a'), prepare),
      store.get('a', variant('a'), prepare),
    ]);
    expect(await store.get('a', variant('a'), prepare)).toBe(first);
    expect(second).toBe(first);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('keeps operations of different keys apart', async () => {
    const store = new OperationStore();
    expect(await store.get('a', variant('a'), async () => operation())).not.toBe(
      await store.get('b', variant('b'), async () => operation()),
    );
  });

  it('forgets a failure', async () => {
    const store = new OperationStore();
    await expect(store.get('a', variant('a'), () => Promise.reject(new Error('no plan')))).rejects.toThrow('no plan');
    await expect(store.get('a', variant('a'), async () => operation())).resolves.toMatchObject({ size: 1 });
  });

  it('knows which were asked for most, and tells what it finds', async () => {
    const told: unknown[] = [];
    const store = new OperationStore({
      ...NO_TELEMETRY,
      planAsked: (isKnown) => told.push(isKnown),
      planCacheSized: ({ entries }) => told.push(entries),
    });
    for (const key of ['a', 'b', 'b', 'c', 'c', 'c']) await store.get(key, variant(key), async () => operation());
    expect(store.mostUsed(2).map(({ query }) => query)).toEqual(['c', 'b']);
    expect(told).toEqual([false, 1, false, 2, true, false, 3, true, true]);
  });
});
