import { EnvironmentError, loadEnv } from '@hub/runtime';
import { z } from 'zod';

import { NOTHING_OUTSIDE, outsideOf, outsideSettings } from './outside-settings';

const read = (source: Readonly<Record<string, string | undefined>>) =>
  outsideOf(loadEnv(z.object(outsideSettings), source));

describe('the settings of what leaves the hub', () => {
  it('let nothing out when nothing is said', () => {
    expect(read({})).toEqual(NOTHING_OUTSIDE);
  });

  it('switch on e-mail', () => {
    const env = { HUB_SMTP_URL: 'smtps://hub:secret@mail.example.cn', HUB_MAIL_FROM: 'hub@gw.example.cn' };
    expect(read(env).email).toEqual({ url: env.HUB_SMTP_URL, from: env.HUB_MAIL_FROM });
  });

  it.each([
    { HUB_SMTP_URL: 'smtp://mail.example.cn' },
    { HUB_MAIL_FROM: 'hub@gw.example.cn' },
    { HUB_SMTP_URL: 'http://mail.example.cn', HUB_MAIL_FROM: 'hub@gw.example.cn' },
    { HUB_SMTP_URL: 'smtp://mail.example.cn', HUB_MAIL_FROM: 'the hub' },
    { HUB_WEBHOOK_HOSTS: 'https://hooks.example.cn' },
    { HUB_WEBHOOK_HOSTS: 'hooks.example.cn/path' },
    { HUB_WEBHOOK_HOSTS: '*' },
    { HUB_WEBHOOK_HOSTS: 'a.cn', HUB_WEBHOOK_NETWORKS: '10.0.0.0' },
    { HUB_WEBHOOK_HOSTS: 'a.cn', HUB_WEBHOOK_NETWORKS: '10.0.0.0/33' },
    { HUB_WEBHOOK_ALLOW_LOOPBACK: 'perhaps' },
  ])('refuse %j', (env) => {
    expect(() => read(env)).toThrow(EnvironmentError);
  });

  it('name the hosts and networks of webhooks', () => {
    const env = {
      HUB_WEBHOOK_HOSTS: 'QYAPI.weixin.qq.com, hooks.example.cn:8443',
      HUB_WEBHOOK_NETWORKS: '10.20.0.0/16',
    };
    expect(read(env).webhooks).toEqual({
      hosts: ['qyapi.weixin.qq.com', 'hooks.example.cn:8443'],
      networks: ['10.20.0.0/16'],
      allowLoopback: false,
    });
  });

  it('allow receivers on this machine alone', () => {
    expect(read({ HUB_WEBHOOK_ALLOW_LOOPBACK: 'true' }).webhooks).toMatchObject({ hosts: [], allowLoopback: true });
  });
});
