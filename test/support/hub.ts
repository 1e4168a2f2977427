import { createDistributedHub } from './distributed-hub';
import type { TestHub, TestHubOptions } from './hub.type';
import { createOneProcessHub } from './one-process-hub';

export function createTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  return options.shape === 'distributed' ? createDistributedHub(options) : createOneProcessHub(options);
}
