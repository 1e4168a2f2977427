import { ManualClock, type PersonActor } from '@hub/core';

import { CLERK } from '../../testing/harness';
import { SessionCache } from './session-cache';

describe('the session cache', () => {
  const clock = new ManualClock('2026-11-20T09:00:00+08:00');
  let asked: { resolve: (actor: PersonActor | null) => void; reject: (error: Error) => void }[];
  let cache: SessionCache;
  beforeEach(() => {
    asked = [];
    cache = new SessionCache(() => new Promise((resolve, reject) => asked.push({ resolve, reject })), clock);
  });

  it('reads once for requests that come together and for 5 seconds', async () => {
    const together = [cache.get('s'), cache.get('s')];
    asked[0]?.resolve(CLERK);
    expect(await Promise.all(together)).toEqual([CLERK, CLERK]);
    clock.advance(4_999);
    expect(await cache.get('s')).toBe(CLERK);
    expect(asked).toHaveLength(1);
    clock.advance(1);
    void cache.get('s');
    expect(asked).toHaveLength(2);
  });

  it('counts the age from the question, not from a slow answer', () => {
    void cache.get('s');
    clock.advance(5_000);
    asked[0]?.resolve(CLERK);
    void cache.get('s');
    expect(asked).toHaveLength(2);
  });

  it('keeps sessions apart', () => {
    void cache.get('s');
    void cache.get('t');
    expect(asked).toHaveLength(2);
  });

  it('does not keep an answer that was under way when the session was forgotten', async () => {
    const early = cache.get('s');
    cache.forget('s');
    asked[0]?.resolve(CLERK);
    expect(await early).toBe(CLERK);
    const late = cache.get('s');
    asked[1]?.resolve(null);
    expect(await late).toBeNull();
  });

  it('does not share a failure with later requests', async () => {
    const failed = cache.get('s');
    asked[0]?.reject(new Error('down'));
    await expect(failed).rejects.toThrow('down');
    const next = cache.get('s');
    asked[1]?.resolve(CLERK);
    expect(await next).toBe(CLERK);
  });

  it('does not drop a newer answer because an older reading failed', async () => {
    const failed = cache.get('s');
    cache.forget('s');
    const next = cache.get('s');
    asked[1]?.resolve(CLERK);
    await next;
    asked[0]?.reject(new Error('down'));
    await expect(failed).rejects.toThrow('down');
    expect(await cache.get('s')).toBe(CLERK);
    expect(asked).toHaveLength(2);
  });

  it('forgets the least used when it is full', () => {
    for (let i = 0; i <= 10_000; i += 1) void cache.get(`s${i}`);
    void cache.get('s10000');
    expect(asked).toHaveLength(10_001);
    void cache.get('s0');
    expect(asked).toHaveLength(10_002);
  });
});
