import { createLogger, type LoggerOptions, plainEntries } from './logger';

function capture(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger({ name: 'hub', level: 'info', destination, ...options }) };
}

describe('the logger', () => {
  it('writes one JSON object per entry with level, name and time in words', () => {
    const { lines, logger } = capture();
    logger.child({ requestId: 'r1' }).info({ rows: 3 }, 'issued');
    expect(JSON.parse(lines.join(''))).toMatchObject({
      level: 'info',
      name: 'hub',
      requestId: 'r1',
      rows: 3,
      msg: 'issued',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('keeps secrets out, however they arrive', () => {
    const { lines, logger } = capture();
    const secret = 'hunter2';
    logger.info({ password: secret, login: { refreshToken: secret } }, 'sign in');
    logger.info({ req: { headers: { authorization: secret, cookie: secret, 'set-cookie': secret } } }, 'request');
    logger.child({ token: secret }).info('child');
    logger.error({ err: Object.assign(new Error('refused'), { connectionString: secret }) }, 'failed');
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain(secret);
  });

  it('looks for none in entries that are plain, and in all others', () => {
    const { lines, logger } = capture();
    const plain = plainEntries(logger);
    plain.info({ requestId: 'r1', token: 'named in the code' }, 'request');
    logger.info({ token: 'hunter2' }, 'sign in');
    const [entry, other] = lines.map((line) => JSON.parse(line));
    expect(entry).toMatchObject({ level: 'info', name: 'hub', requestId: 'r1', token: 'named in the code' });
    expect(other).toMatchObject({ token: '[redacted]' });
  });

  it('writes readable lines with the stack of an error when asked to', () => {
    const { lines, logger } = capture({ pretty: true });
    logger.warn({ receiptId: 'x1', err: new Error('late') }, 'overdue');
    expect(lines.join('')).toMatch(/^\d\d:\d\d:\d\d WARN {2}hub overdue \{"receiptId":"x1"\} \nError: late\n/);
  });

  it('says nothing below its level', () => {
    const { lines, logger } = capture({ level: 'warn' });
    logger.info('quiet');
    expect(lines).toEqual([]);
  });
});
