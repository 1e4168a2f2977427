import { createLogger, type Logger, type Shutdown } from '@hub/runtime';

import { greeting } from '../local/greeting';
import { assertPortFree } from '../local/port-in-use';
import { runProgram, runUntilStopped } from '../local/run-program';
import { print } from '../local/terminal';
import { type DistributedEnv, readDistributedEnv } from './env';
import { assertReachable } from './given-services';
import { launch } from './launch';

/** Twice the longest grace period of docker-compose.yml: the gateway has its own before the others have theirs. */
const CLOSE_WITHIN_MS = 75_000;

/** Ten processes start at once, on a machine that may be small: start periods are this many times as long. */
const PATIENCE = 3;

const LIMITS = '说明：按 docker-compose.yml 启动各进程；容器的只读根目录、tmpfs、权限限制和内部网络在此不起作用。';

/** `npm run start:distributed`: the processes of docker-compose.yml on this machine, without containers. */
async function start(env: DistributedEnv, logger: Logger, shutdown: Shutdown): Promise<void> {
  await assertPortFree(env.port, env.host, 'npm run start:distributed');
  await assertReachable(env, logger);
  print(LIMITS);
  const processes = await launch({
    ...env,
    given: env,
    environment: { NODE_ENV: env.nodeEnv },
    patience: PATIENCE,
    output: print,
    announce: print,
  });
  shutdown.onShutdown('processes', () => processes.stop());
  shutdown.onShutdown('announcement', () => print('正在停止…'));
  if (await processes.start()) print(greeting(`http://${env.host}:${env.port}`, env.seed));
}

runProgram(async () => {
  const env = readDistributedEnv();
  const logger = createLogger({ name: 'launcher', level: 'fatal', pretty: true });
  await runUntilStopped(logger, CLOSE_WITHIN_MS, (shutdown) => start(env, logger, shutdown));
});
