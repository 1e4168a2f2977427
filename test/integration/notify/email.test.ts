import { createServer } from 'node:net';

import { OutsideMessage, openOutside } from '@hub/notify';

import { MailServer, refusal } from '../../support/outside/mail-server';

const NOW = new Date('2020-10-15T09:00:00+08:00');
const FACTS = {
  messageId: '0192a1b2-0000-7000-8000-000000000001',
  outsideText: '有一件公文尚未签收，请尽快办理。',
  dueAt: new Date('2020-10-30T17:00:00+08:00'),
  urgent: false,
};

function mailer(url: string, timeoutMs = 30_000) {
  const email = openOutside({ email: { url, from: 'hub@gw.example.cn' }, webhooks: null, timeoutMs }).get('EMAIL');
  if (!email) throw new Error('e-mail is off');
  return (address: string, facts: Partial<typeof FACTS> = {}) =>
    email.send(OutsideMessage.compose({ ...FACTS, ...facts }, { address, secret: null }), NOW);
}

describe('e-mail', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await MailServer.listen();
  });
  afterEach(() => server.close());

  const bodyOf = (source: string): string => Buffer.from(source.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
  const headersOf = (source: string): string[] =>
    (source.split('\r\n\r\n')[0] ?? '').split('\r\n').filter((line) => !line.startsWith(' '));
  const namesOf = (source: string): string[] => headersOf(source).map((line) => line.split(':')[0] ?? '');

  it('is plain text under the id of the message', async () => {
    expect(await mailer(server.url)('clerk@unit.example.cn')).toBeNull();
    const [mail] = server.mails;
    expect(mail?.messageId).toBe(`${FACTS.messageId}@gw.example.cn`);
    expect(mail?.to).toEqual(['clerk@unit.example.cn']);
    expect(mail?.source).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(bodyOf(mail?.source ?? '')).toBe(
      [
        '有一件公文尚未签收，请尽快办理。',
        '办理期限：2020-10-30 17:00',
        '请登录机关党建工作平台查看。本消息由系统自动发送，请勿回复。',
      ].join('\n'),
    );
  });

  it('has the same id when it is sent again', async () => {
    const send = mailer(server.url);
    await send('clerk@unit.example.cn');
    await send('clerk@unit.example.cn');
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(server.mails).toHaveLength(2);
  });

  it('is marked when it is urgent', async () => {
    await mailer(server.url)('clerk@unit.example.cn', { urgent: true });
    expect(server.mails[0]?.source).toMatch(/^X-Priority: 1/m);
  });

  it.each([
    'clerk@unit.example.cn\r\nRCPT TO:<boss@unit.example.cn>',
    'clerk@unit.example.cn, boss@unit.example.cn',
    'clerk@unit.example.cn\nBcc: boss@unit.example.cn',
    '"clerk\r\nBcc: boss"@unit.example.cn',
    '<clerk@unit.example.cn>',
    'clerk@unit.example.cn>',
    'clerk',
    '@unit.example.cn',
    'clerk@-unit.example.cn',
    `${'c'.repeat(250)}@unit.example.cn`,
  ])('does not go to %j', async (recipient) => {
    expect(await mailer(server.url)(recipient)).toMatchObject({ code: 'ADDRESS_INVALID' });
    expect(server.asked).toEqual([]);
  });

  it('has no headers but its own, whatever its text says', async () => {
    const send = mailer(server.url);
    await send('clerk@unit.example.cn');
    await send('clerk@unit.example.cn', { outsideText: '办理\r\nBcc: boss@unit.example.cn\r\n\r\n.\r\nQUIT\r\n' });
    const [plain, hostile] = server.mails.map(({ source }) => source);
    expect(namesOf(hostile ?? '')).toEqual(namesOf(plain ?? ''));
    expect(server.asked).toEqual(['clerk@unit.example.cn', 'clerk@unit.example.cn']);
    expect(bodyOf(hostile ?? '')).toMatch(/^办理 Bcc: boss@unit.example.cn . QUIT\n办理期限/);
  });

  it.each([
    [550, 'MAILBOX_REFUSED'],
    [553, 'MAILBOX_REFUSED'],
    [451, 'MAIL_DEFERRED'],
    [452, 'MAIL_DEFERRED'],
  ])('tells by %i whether the mailbox is none or to be asked again', async (code, failure) => {
    server.reception = () => code;
    const result = await mailer(server.url)('nobody@unit.example.cn');
    expect(result?.code).toBe(failure);
    expect(result?.detail).toContain(String(code));
    expect(result?.detail).not.toContain('nobody');
  });

  it('arrives behind a grey list at the second try', async () => {
    let asked = 0;
    server.reception = () => (++asked === 1 ? 451 : null);
    const send = mailer(server.url);
    expect(await send('clerk@unit.example.cn')).toMatchObject({ code: 'MAIL_DEFERRED' });
    expect(await send('clerk@unit.example.cn')).toBeNull();
  });
});

describe('a mail server that', () => {
  const answers = async (options: Parameters<typeof MailServer.listen>[0], url?: (server: MailServer) => string) => {
    const server = await MailServer.listen(options);
    try {
      return await mailer(url?.(server) ?? server.url)('clerk@unit.example.cn');
    } finally {
      await server.close();
    }
  };

  it('does not know the hub is not the fault of the recipient', async () => {
    const options = {
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth: unknown, _session: unknown, done: (error: Error) => void) => done(refusal(535, 'who are you')),
    };
    const withUser = ({ port }: MailServer) => `smtp://hub:wrong@127.0.0.1:${port}`;
    expect(await answers(options, withUser)).toMatchObject({ code: 'MAIL_SERVER_REFUSED' });
  });

  it('refuses the sender refuses every mail', async () => {
    const onMailFrom = (_from: unknown, _session: unknown, done: (error: Error) => void) => done(refusal(550, 'no'));
    expect(await answers({ onMailFrom })).toMatchObject({ code: 'MAIL_SERVER_REFUSED' });
  });

  it('does not like the mail refuses it for good', async () => {
    const onData: NonNullable<Parameters<typeof MailServer.listen>[0]>['onData'] = (stream, _session, done) => {
      stream.resume().on('end', () => done(refusal(554, 'spam')));
    };
    expect(await answers({ onData })).toMatchObject({ code: 'MAIL_REFUSED' });
  });

  it('shows a certificate of nobody is not believed', async () => {
    const secure = ({ port }: MailServer) => `smtps://127.0.0.1:${port}`;
    expect(await answers({ secure: true }, secure)).toMatchObject({ code: 'TLS_REFUSED' });
  });

  it('is not there is asked again', async () => {
    const server = await MailServer.listen();
    const { url } = server;
    await server.close();
    expect(await mailer(url)('clerk@unit.example.cn')).toMatchObject({ code: 'NETWORK_FAILED' });
  });

  it('has a name that nobody knows is asked again', async () => {
    expect(await mailer('smtp://mail.invalid')('clerk@unit.example.cn')).toMatchObject({ code: 'HOST_UNKNOWN' });
  });

  it.each([
    ['says nothing', 0],
    ['says a little all the time', 20],
  ])('%s is left', async (_, dripMs) => {
    const server = createServer((socket) => {
      const drip = dripMs ? setInterval(() => socket.write('220-\r\n'), dripMs) : undefined;
      socket.on('error', () => undefined).on('close', () => clearInterval(drip));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const result = await mailer(`smtp://127.0.0.1:${port}`, 300)('clerk@unit.example.cn');
    expect(result).toEqual({ code: 'TIMED_OUT', detail: '' });
    // Closes only because the hub has left.
    await new Promise((resolve) => server.close(resolve));
  });
});
