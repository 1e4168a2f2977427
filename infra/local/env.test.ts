import { readLocalEnv } from './env';

describe('the environment of npm start', () => {
  it('asks for nothing: everything has a value', () => {
    expect(readLocalEnv({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      dataDir: expect.stringMatching(/^\/.*\.data$/),
      databaseUrl: undefined,
      redisUrl: undefined,
      seed: 'demo',
      development: true,
    });
  });

  it('lets nothing out of the hub, unless it is told how', () => {
    expect(readLocalEnv({}).outside).toMatchObject({ email: null, webhooks: null });
    const env = { HUB_SMTP_URL: 'smtp://127.0.0.1', HUB_MAIL_FROM: 'hub@gw.example.cn', HUB_WEBHOOK_HOSTS: 'a.cn' };
    expect(readLocalEnv(env).outside).toMatchObject({
      email: { url: 'smtp://127.0.0.1', from: 'hub@gw.example.cn' },
      webhooks: { hosts: ['a.cn'] },
    });
  });

  it('says every fault at once, and shows no secret', () => {
    const read = () =>
      readLocalEnv({
        HUB_PORT: 'http',
        HUB_SEED: 'all',
        HUB_DATABASE_URL: 'mysql://me:secret@there',
        HUB_REDIS_URL: 'x',
      });
    expect(read).toThrow(/4 处错误.*HUB_PORT.*HUB_DATABASE_URL.*HUB_REDIS_URL.*HUB_SEED/s);
    expect(read).not.toThrow(/secret/);
  });

  it.each([{ NODE_ENV: 'production' }, { HUB_HOST: '0.0.0.0' }])('has no demo accounts under %j', (exposed) => {
    expect(readLocalEnv(exposed).seed).toBe('none');
    expect(() => readLocalEnv({ ...exposed, HUB_SEED: 'demo' })).toThrow(/HUB_SEED：演示账号/);
  });
});
