import { type ChildProcess, fork } from 'node:child_process';

/** What the bench asks of its processes. Each answers with one message. */
export interface Child {
  ask<T>(message: object): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a process of the bench. Its log goes to the file of that descriptor, its faults to the terminal. */
export function startChild(script: string, log: number): Child {
  const child = fork(script, {
    stdio: ['ignore', log, 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1' },
  });
  return {
    ask: (message) => askChild(child, message),
    stop: () =>
      new Promise((resolve) => {
        if (!child.connected) return resolve();
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

function askChild<T>(child: ChildProcess, message: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a process of the bench ended (${code})`));
    child.once('exit', onExit);
    child.once('message', (answer: { value: T; fault?: string }) => {
      child.off('exit', onExit);
      if (answer.fault === undefined) resolve(answer.value);
      else reject(new Error(answer.fault));
    });
    child.send(message);
  });
}

/**
 * The other end: answers each message of the bench with what `answer` makes of it, and ends when the bench lets go or
 * is gone. No signal is used: a gateway that is measured may have taken them over.
 */
export function answerParent<M>(
  answer: (message: M) => Promise<unknown>,
  close: () => Promise<void> = () => Promise.resolve(),
): void {
  process.once('disconnect', () => void close().finally(() => process.exit(0)));
  process.on('message', (message) => {
    answer(message as M).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ fault: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
