const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

/** Why: the second factor is the lock on administrators' doors. */
export const SECOND_FACTOR_REFUSED = '正式运行或对外开放时不得放宽第二因素（应为 required）';

export const DEMO_REFUSED = '演示账号的口令是公开的，不能用于生产环境或对外监听：请设为 none';

/** Everybody knows the demo passwords: they must not open a hub that others can reach. */
export function isExposed(env: { readonly NODE_ENV?: string; readonly HUB_HOST: string }): boolean {
  return env.NODE_ENV === 'production' || !LOOPBACK_HOSTS.includes(env.HUB_HOST);
}
