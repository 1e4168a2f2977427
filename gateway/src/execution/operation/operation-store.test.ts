import { OperationStore } from './operation-store';
import type { PreparedOperation } from './prepare-operation';

const operation = () => ({ stages: [], size: 1 }) as unknown as PreparedOperation;

describe('OperationStore', () => {
  it('prepares an operation once for all who ask at the same time, and remembers it', async () => {
    const store = new OperationStore();
    const prepare = jest.fn(async () => operation());
    const [first, second] = await Promise.all([store.get('a', prepare), store.get('a', prepare)]);
    expect(await store.get('a', prepare)).toBe(first);
    expect(second).toBe(first);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('keeps operations of different keys apart', async () => {
    const store = new OperationStore();
    expect(await store.get('a', async () => operation())).not.toBe(await store.get('b', async () => operation()));
  });

  it('forgets a failure', async () => {
    const store = new OperationStore();
    await expect(store.get('a', () => Promise.reject(new Error('no plan')))).rejects.toThrow('no plan');
    await expect(store.get('a', async () => operation())).resolves.toMatchObject({ size: 1 });
  });
});
