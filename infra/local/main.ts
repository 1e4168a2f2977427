import { NO_TELEMETRY, prometheusTelemetry } from '@hub/gateway';
import { createLogger, type Logger, type Shutdown, startMetrics, startTracingIfAsked } from '@hub/runtime';

import { openDatabase } from './database';
import { type LocalEnv, readLocalEnv } from './env';
import { greeting } from './greeting';
import { startHub } from './hub';
import { assertPortFree } from './port-in-use';
import { runProgram, runUntilStopped } from './run-program';
import { printedSteps } from './steps';
import { print } from './terminal';

const CLOSE_WITHIN_MS = 30_000;

const step = printedSteps(print);

/** `npm start`: everything on this machine, in one process. */
async function start(env: LocalEnv, logger: Logger, shutdown: Shutdown): Promise<void> {
  await assertPortFree(env.port, env.host, 'npm start');
  await startTracingIfAsked(env.observed, 'all-in-one', logger, shutdown);
  const metrics = await startMetrics(env.observed, logger, shutdown);
  const telemetry = metrics ? prometheusTelemetry(metrics) : NO_TELEMETRY;
  const database = step('数据库已启动', () => openDatabase({ ...env, log: print }));
  closeOnceOpened(shutdown, 'database', database, ({ close }) => close());
  const { url: databaseUrl } = await database;
  const hub = startHub({ ...env, databaseUrl, logger, telemetry, metrics: metrics ?? undefined, step });
  closeOnceOpened(shutdown, 'hub', hub, ({ stop }) => stop());
  shutdown.onShutdown('announcement', () => print('正在停止…'));
  print(greeting((await hub).url, env.seed));
}

/** A Ctrl-C may come while it is still opening: it is closed then too, and a server is not left behind. */
function closeOnceOpened<T>(
  shutdown: Shutdown,
  name: string,
  opening: Promise<T>,
  close: (opened: T) => Promise<void>,
): void {
  shutdown.onShutdown(name, () =>
    opening.then(
      (opened) => close(opened),
      () => undefined,
    ),
  );
}

runProgram(async () => {
  const env = readLocalEnv();
  const logger = createLogger({ name: 'hub', level: env.logLevel, pretty: true });
  await runUntilStopped(logger, CLOSE_WITHIN_MS, (shutdown) => start(env, logger, shutdown));
});
