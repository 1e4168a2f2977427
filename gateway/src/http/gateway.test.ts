import { DomainError } from '@hub/core';

import { Harness } from '../../testing/harness';

describe('the gateway', () => {
  const unsendable = new DomainError('FORBIDDEN', 'UNSENDABLE', '不可发送。', { details: { big: 1n } });
  const hub = new Harness();
  beforeAll(() => hub.start({ resolveSession: () => Promise.reject(unsendable) }));
  afterAll(() => hub.stop());

  it('ends one connection, not the process, when not even a refusal can be sent', async () => {
    const headers = { ...(await hub.bearer()), 'x-request-id': 'unsendable' };
    await expect(hub.query('{ hello }', headers)).rejects.toThrow('other side closed');
    const line = hub.log.find(({ msg, requestId }) => msg === 'internal error' && requestId === 'unsendable');
    expect(line).toMatchObject({ err: { type: 'TypeError' } });
    expect((await hub.query('{ hello }')).status).toBe(200);
  });
});
