import { ManualClock } from '@hub/core';

import { BriefMemory } from './brief-memory';

describe('the brief memory', () => {
  const clock = new ManualClock('2026-11-20T09:00:00+08:00');
  let asked: { resolve: (value: string) => void; reject: (error: Error) => void }[];
  let memory: BriefMemory<string>;
  const get = (key: string) => memory.get(key, () => new Promise((resolve, reject) => asked.push({ resolve, reject })));
  beforeEach(() => {
    asked = [];
    memory = new BriefMemory(clock, 10);
  });

  it('reads once for requests that come together and for 5 seconds', async () => {
    const together = [get('s'), get('s')];
    asked[0]?.resolve('said');
    expect(await Promise.all(together)).toEqual(['said', 'said']);
    clock.advance(4_999);
    expect(await get('s')).toBe('said');
    expect(asked).toHaveLength(1);
    clock.advance(1);
    void get('s');
    expect(asked).toHaveLength(2);
  });

  it('counts the age from the question, not from a slow answer', () => {
    void get('s');
    clock.advance(5_000);
    asked[0]?.resolve('said');
    void get('s');
    expect(asked).toHaveLength(2);
  });

  it('keeps keys apart', () => {
    void get('s');
    void get('t');
    expect(asked).toHaveLength(2);
  });

  it('does not keep an answer that was under way when its key was forgotten', async () => {
    const early = get('s');
    memory.forget('s');
    asked[0]?.resolve('said');
    expect(await early).toBe('said');
    const late = get('s');
    asked[1]?.resolve('said anew');
    expect(await late).toBe('said anew');
  });

  it('does not share a failure with later requests', async () => {
    const failed = get('s');
    asked[0]?.reject(new Error('down'));
    await expect(failed).rejects.toThrow('down');
    const next = get('s');
    asked[1]?.resolve('said');
    expect(await next).toBe('said');
  });

  it('does not drop a newer answer because an older reading failed', async () => {
    const failed = get('s');
    memory.forget('s');
    const next = get('s');
    asked[1]?.resolve('said');
    await next;
    asked[0]?.reject(new Error('down'));
    await expect(failed).rejects.toThrow('down');
    expect(await get('s')).toBe('said');
    expect(asked).toHaveLength(2);
  });

  it('forgets the least used when it is full', () => {
    for (let i = 0; i <= 10; i += 1) void get(`s${i}`);
    void get('s10');
    expect(asked).toHaveLength(11);
    void get('s0');
    expect(asked).toHaveLength(12);
  });
});
