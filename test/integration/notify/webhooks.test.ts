import { createHmac } from 'node:crypto';
import { createServer, type Socket } from 'node:net';

import { OutsideMessage, type OutsideSettings, openOutside } from '@hub/notify';

import { MailServer } from '../../support/outside/mail-server';
import { type Answer, WebhookReceiver } from '../../support/outside/webhook-receiver';

const NOW = new Date('2020-10-15T09:00:00+08:00');
const SECRET = 'a-secret-of-twenty-24chr';
const FACTS = {
  messageId: '0192a1b2-0000-7000-8000-000000000001',
  outsideText: '有一件公文尚未签收，请尽快办理。',
  dueAt: null,
  urgent: false,
};

type Channel = 'WEBHOOK' | 'WECOM' | 'DINGTALK';
type Rules = Partial<NonNullable<OutsideSettings['webhooks']>>;

function sender(rules: Rules = { allowLoopback: true }, timeoutMs = 30_000) {
  const webhooks = { hosts: [], networks: [], allowLoopback: false, ...rules };
  const outside = openOutside({ email: null, webhooks, timeoutMs });
  return (channel: Channel, address: string, secret: string | null = channel === 'WEBHOOK' ? SECRET : null) =>
    outside.get(channel)?.send(OutsideMessage.compose(FACTS, { address, secret }), NOW);
}

describe('webhooks', () => {
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    receiver = await WebhookReceiver.listen();
  });
  afterEach(() => receiver.close());

  const generic = (path: string) => `${receiver.url}${path}`;

  describe('of anybody', () => {
    it('are signed over their time and body, and carry the id of the message', async () => {
      expect(await sender()('WEBHOOK', generic('/hook?of=unit'))).toBeNull();
      const [call] = receiver.calls;
      const timestamp = String(NOW.getTime() / 1000);
      const signature = createHmac('sha256', SECRET).update(`${timestamp}.${call?.body}`).digest('hex');
      expect(call).toMatchObject({
        path: '/hook?of=unit',
        messageId: FACTS.messageId,
        headers: { 'x-hub-timestamp': timestamp, 'x-hub-signature': `sha256=${signature}` },
      });
      expect(JSON.parse(call?.body ?? '')).toEqual({
        messageId: FACTS.messageId,
        subject: '待办提醒',
        text: `${FACTS.outsideText}\n请登录机关党建工作平台查看。本消息由系统自动发送，请勿回复。`,
        urgent: false,
      });
      expect(JSON.stringify(receiver.calls)).not.toContain(SECRET);
    });

    it('do without no secret', async () => {
      expect(await sender()('WEBHOOK', generic('/hook'), '')).toMatchObject({ code: 'SECRET_MISSING' });
      expect(receiver.calls).toEqual([]);
    });
  });

  describe('of robots', () => {
    const robot =
      (answer: object): Answer =>
      (response) =>
        response.end(JSON.stringify(answer));

    it('tell 企业微信 what it understands', async () => {
      expect(await sender()('WECOM', `${receiver.url}/cgi-bin/webhook/send?key=abc`)).toBeNull();
      const [call] = receiver.calls;
      expect(call?.path).toBe('/cgi-bin/webhook/send?key=abc');
      expect(JSON.parse(call?.body ?? '')).toMatchObject({ msgtype: 'text', text: { content: /签收/ } });
    });

    it('sign for 钉钉 as it asks', async () => {
      const secret = `SEC${'0f'.repeat(32)}`;
      expect(await sender()('DINGTALK', `${receiver.url}/robot/send?access_token=abc`, secret)).toBeNull();
      const { searchParams } = new URL(receiver.calls[0]?.path ?? '', receiver.url);
      const sign = createHmac('sha256', secret).update(`${NOW.getTime()}\n${secret}`).digest('base64');
      expect(Object.fromEntries(searchParams)).toEqual({
        access_token: 'abc',
        timestamp: String(NOW.getTime()),
        sign,
      });
    });

    it('do without a signature where 钉钉 asks for none', async () => {
      await sender()('DINGTALK', `${receiver.url}/robot/send?access_token=abc`);
      expect(receiver.calls[0]?.path).toBe('/robot/send?access_token=abc');
    });

    it.each([
      ['WECOM', { errcode: 45009, errmsg: 'api freq out of limit' }, 'ROBOT_BUSY'],
      ['DINGTALK', { errcode: 130101, errmsg: 'send too fast' }, 'ROBOT_BUSY'],
      ['WECOM', { errcode: 93000, errmsg: 'invalid webhook url' }, 'ROBOT_REFUSED'],
      ['DINGTALK', { errcode: 310000, errmsg: 'sign not match' }, 'ROBOT_REFUSED'],
      ['WECOM', { status: 'fine' }, 'ANSWER_UNREADABLE'],
      ['WECOM', [], 'ANSWER_UNREADABLE'],
    ] as const)('read what %s answers with 200: %j', async (channel, answer, code) => {
      receiver.answers.set('/robot', robot(answer));
      expect(await sender()(channel, `${receiver.url}/robot`)).toMatchObject({ code });
    });

    it('do not take a page for a yes', async () => {
      receiver.answers.set('/robot', (response) => response.end('<html>'));
      expect(await sender()('WECOM', `${receiver.url}/robot`)).toMatchObject({ code: 'ANSWER_UNREADABLE' });
    });
  });

  it.each([
    [500, 'SERVER_ERROR'],
    [503, 'SERVER_ERROR'],
    [408, 'TIMED_OUT'],
    [400, 'REQUEST_REFUSED'],
    [404, 'REQUEST_REFUSED'],
    [410, 'REQUEST_REFUSED'],
  ])('sort an answer %i', async (status, code) => {
    receiver.answers.set('/hook', (response) => response.writeHead(status).end('张三 said so'));
    expect(await sender()('WEBHOOK', generic('/hook'))).toEqual({
      code,
      detail: status === 408 ? expect.any(String) : `HTTP ${status} 张三 said so`,
    });
  });

  it('succeed after a 500', async () => {
    receiver.answers.set('/hook', (response) => response.writeHead(receiver.calls.length === 1 ? 500 : 200).end());
    expect(await sender()('WEBHOOK', generic('/hook'))).toMatchObject({ code: 'SERVER_ERROR' });
    expect(await sender()('WEBHOOK', generic('/hook'))).toBeNull();
    expect(new Set(receiver.calls.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it.each([
    ['7', 7_000],
    [new Date(NOW.getTime() + 90_000).toUTCString(), 90_000],
    ['999999999', 24 * 3600_000],
    ['soon', undefined],
    ['-5', undefined],
    [new Date(0).toUTCString(), undefined],
  ])('hear that they should wait: %s', async (retryAfter, retryAfterMs) => {
    receiver.answers.set('/hook', (response) => response.writeHead(429, { 'retry-after': retryAfter }).end());
    const result = await sender()('WEBHOOK', generic('/hook'));
    expect(result).toEqual({ code: 'TOO_MANY_REQUESTS', detail: 'HTTP 429', retryAfterMs });
  });

  it.each([301, 302, 303, 307, 308])('follow no redirect %i', async (status) => {
    receiver.answers.set('/hook', (response) => response.writeHead(status, { location: '/elsewhere' }).end());
    expect(await sender()('WEBHOOK', generic('/hook'))).toMatchObject({ code: 'REDIRECTED' });
    expect(receiver.calls.map(({ path }) => path)).toEqual(['/hook']);
  });

  describe('that are answered without end', () => {
    const flood: Answer = (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      };
      response.on('drain', more);
      more();
    };

    it('were heard all the same, when the status says so', async () => {
      receiver.answers.set('/hook', flood);
      expect(await sender()('WEBHOOK', generic('/hook'))).toBeNull();
    });

    it('were not understood, when the answer is to say so', async () => {
      receiver.answers.set('/robot', flood);
      expect(await sender()('WECOM', `${receiver.url}/robot`)).toMatchObject({ code: 'ANSWER_UNREADABLE' });
    });

    it('keep little of what was said', async () => {
      receiver.answers.set('/hook', (response) => {
        response.writeHead(400);
        response.end(
          `at ${'https://token@host/secret'} for zhang@unit.example.cn 13800138000 ${'很'.repeat(5_000_000)}`,
        );
      });
      const result = await sender()('WEBHOOK', generic('/hook'));
      expect(result?.code).toBe('REQUEST_REFUSED');
      expect(result?.detail).toMatch(/^HTTP 400 at \*\*\* for \*\*\* \*\*\* 很+$/);
      expect([...(result?.detail ?? '')]).toHaveLength(120);
    });
  });

  describe('whose receiver', () => {
    const withServer = async (onSocket: (socket: Socket) => void, ask: (port: number) => Promise<unknown>) => {
      const server = createServer((socket) => onSocket(socket.on('error', () => undefined)));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        return await ask((server.address() as { port: number }).port);
      } finally {
        // Closes only because the hub has left.
        await new Promise((resolve) => server.close(resolve));
      }
    };
    const impatient = (port: number) =>
      Promise.resolve(sender({ allowLoopback: true }, 300)('WEBHOOK', `http://127.0.0.1:${port}/`));

    it.each<[string, (socket: Socket) => void]>([
      ['says nothing', (socket) => socket.resume()],
      [
        'never comes to the end of its headers',
        (socket) => {
          socket.resume().write('HTTP/1.1 200 OK\r\n');
          const drip = setInterval(() => socket.write('X-More: 1\r\n'), 20);
          socket.on('close', () => clearInterval(drip));
        },
      ],
      [
        'never comes to the end of its answer',
        (socket) => {
          socket.resume().write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
          const drip = setInterval(() => socket.write('.'), 20);
          socket.on('close', () => clearInterval(drip));
        },
      ],
    ])('%s is left', async (_, onSocket) => {
      expect(await withServer(onSocket, impatient)).toEqual({ code: 'TIMED_OUT', detail: '' });
    });

    it.each<[string, (socket: Socket) => void]>([
      ['hangs up', (socket) => socket.on('data', () => socket.destroy())],
      ['speaks another language', (socket) => socket.on('data', () => socket.end('+OK POP3 ready\r\n'))],
      [
        'hangs up in the middle of its answer',
        (socket) => socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n...')),
      ],
    ])('%s is asked again', async (_, onSocket) => {
      expect(await withServer(onSocket, impatient)).toMatchObject({ code: 'NETWORK_FAILED' });
    });

    it('has gone is asked again', async () => {
      const { port } = receiver;
      await receiver.close();
      expect(await impatient(port)).toMatchObject({ code: 'NETWORK_FAILED' });
      receiver = await WebhookReceiver.listen();
    });

    it('shows a certificate of nobody is not believed', async () => {
      const server = await MailServer.listen({ secure: true });
      const result = await sender()('WEBHOOK', `https://127.0.0.1:${server.port}/`);
      expect(result).toMatchObject({ code: 'TLS_REFUSED' });
      await server.close();
    });

    it('has no encryption where some is due is not believed', async () => {
      const result = await sender()('WEBHOOK', `https://127.0.0.1:${receiver.port}/`);
      expect(result).toMatchObject({ code: 'TLS_REFUSED' });
      expect(receiver.calls).toEqual([]);
    });

    it('has a name that nobody knows is asked again', async () => {
      const ask = sender({ hosts: ['hooks.invalid'] });
      expect(await ask('WEBHOOK', `https://hooks.invalid/`)).toMatchObject({ code: 'HOST_UNKNOWN' });
    });
  });

  it('do not lead into a network of the hub by a name that is allowed', async () => {
    const ask = sender({ hosts: [`localhost:${receiver.port}`] });
    const result = await ask('WEBHOOK', `https://localhost:${receiver.port}/hook`);
    expect(result).toEqual({ code: 'NETWORK_NOT_ALLOWED', detail: '' });
  });
});
