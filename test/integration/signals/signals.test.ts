import { defineSignal, localSignals, type Signals } from '@hub/runtime';
import { z } from 'zod';

import { eventually } from '../../support/eventually';
import { SIGNAL_STORES, type SignalStore } from './signal-stores';

const papers = defineSignal('test.papers', z.object({ ids: z.array(z.string()) }));
const numbers = defineSignal('test.numbers', z.int());

/** What a listener was told; `null` stands for a gap. */
function hear(signals: Signals): { readonly heard: (number | null)[]; readonly stop: () => void } {
  const heard: (number | null)[] = [];
  const stop = signals.listen(numbers, { onSignal: (n) => heard.push(n), onGap: () => heard.push(null) });
  return { heard, stop };
}

describe.each(SIGNAL_STORES)('signals over %s', (_, open) => {
  let store: SignalStore;
  let here: Signals;
  let there: Signals;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(() => {
    here = store.connect();
    there = store.connect();
  });
  afterEach(() => Promise.all([here.close(), there.close()]));

  it('begin with a gap, since nobody knows what was said before', async () => {
    const { heard } = hear(there);
    await eventually(() => expect(heard).toEqual([null]));
  });

  it('arrive at every process in the order of who published, and only with those who listen to them', async () => {
    const listeners = [hear(there), hear(there), hear(here)];
    for (const { heard } of listeners) await eventually(() => expect(heard).toEqual([null]));
    const sent = Array.from({ length: 500 }, (_, n) => n);
    for (const n of sent) {
      here.publish(papers, { ids: ['x'] });
      here.publish(numbers, n);
    }
    for (const { heard } of listeners) await eventually(() => expect(heard).toEqual([null, ...sent]));
  });

  it('are not heard any more by who stopped listening', async () => {
    const [first, second] = [hear(there), hear(there)];
    await eventually(() => expect([first.heard, second.heard]).toEqual([[null], [null]]));
    first.stop();
    here.publish(numbers, 7);
    await eventually(() => expect(second.heard).toEqual([null, 7]));
    expect(first.heard).toEqual([null]);
  });

  it('tell of a gap once a lost connection listens again, and go on', async () => {
    const { heard } = hear(there);
    await eventually(() => expect(heard).toEqual([null]));
    await store.cutListeners();
    await eventually(() => expect(heard).toEqual([null, null]));
    here.publish(numbers, 8);
    await eventually(() => expect(heard).toEqual([null, null, 8]));
  });

  it('tell of a gap where the publishing connection was lost, and keep nobody waiting', async () => {
    const { heard } = hear(there);
    await eventually(() => expect(heard).toEqual([null]));
    here.publish(numbers, 1);
    await eventually(() => expect(heard).toEqual([null, 1]));
    await store.cutPublishers();
    here.publish(numbers, 2);
    // Either the loss was noticed before and the signal went over a new connection, or it is told as a gap.
    await eventually(() => expect([2, null]).toContain(heard[2]));
    here.publish(numbers, 3);
    await eventually(() => expect(heard.at(-1)).toBe(3));
  });

  it('tell of a gap in place of what is too long to carry', async () => {
    const heard: unknown[] = [];
    there.listen(papers, { onSignal: ({ ids }) => heard.push(ids.length), onGap: () => heard.push('gap') });
    await eventually(() => expect(heard).toEqual(['gap']));
    here.publish(papers, { ids: Array.from({ length: 100 }, (_, n) => String(n)) });
    here.publish(papers, { ids: Array.from({ length: 10_000 }, (_, n) => String(n)) });
    await eventually(() => expect(heard).toEqual(['gap', 100, 'gap']));
  });

  it('tell of a gap in place of the payload of another version', async () => {
    const { heard } = hear(there);
    await eventually(() => expect(heard).toEqual([null]));
    here.publish(defineSignal(numbers.topic, z.string()), 'seven');
    await eventually(() => expect(heard).toEqual([null, null]));
  });
});

describe.each(SIGNAL_STORES)('a store of signals that is away: %s', (_, open) => {
  it('lets publishing go on, and closing too', async () => {
    const store = await open();
    const signals = store.connect();
    hear(signals);
    await store.close();
    for (let n = 0; n < 5000; n += 1) signals.publish(numbers, n);
    await signals.close();
    expect(() => signals.publish(numbers, 1)).not.toThrow();
  });
});

describe('signals within one process', () => {
  it('do not stop at a listener that fails', () => {
    const faults: unknown[] = [];
    const signals = localSignals((error) => faults.push(error));
    signals.listen(numbers, {
      onSignal: () => {
        throw new Error('fault of a listener');
      },
      onGap: () => undefined,
    });
    const { heard } = hear(signals);
    signals.publish(numbers, 4);
    expect([heard, faults]).toEqual([[4], [new Error('fault of a listener')]]);
  });
});
