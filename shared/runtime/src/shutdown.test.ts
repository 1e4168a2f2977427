import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { transformFileSync } from '@swc/core';

// A real process for each case: what is promised here is exit codes and signals.
const folder = mkdtempSync(join(tmpdir(), 'shutdown-'));

beforeAll(() => {
  const { code } = transformFileSync(join(__dirname, 'shutdown.ts'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  writeFileSync(join(folder, 'shutdown.js'), code);
});

afterAll(() => rmSync(folder, { recursive: true }));

const PRELUDE = `
  const say = (text) => process.stdout.write(text + '\\n');
  const logger = { info() {}, warn: (_, text) => say(text), error: (_, text) => say(text), fatal: (_, text) => say(text) };
  const { createShutdown } = require('./shutdown.js');
  const shutdown = createShutdown({ logger, timeoutMs: 10_000 });
  const { onShutdown } = shutdown;
  setInterval(() => {}, 1000);
  const never = new Promise(() => {});
`;

/** Runs a program, sends it a signal each time it says "signal", and tells how it ended. */
async function run(program: string, signal: NodeJS.Signals = 'SIGTERM') {
  const child = spawn(process.execPath, ['-e', PRELUDE + program], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    if (chunk.includes('signal')) child.kill(signal);
  });
  const [code] = await once(child, 'close');
  return { code, said: output.split('\n').filter((line) => line !== '' && line !== 'signal') };
}

describe('shutdown', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('on %s closes what was opened last first, and exits 0', async (signal) => {
    const program = `
      onShutdown('database', async () => say('database'));
      onShutdown('server', async () => say('server'));
      say('signal');`;
    await expect(run(program, signal)).resolves.toEqual({ code: 0, said: ['server', 'database'] });
  });

  it('is forced by a second signal', async () => {
    const program = `
      onShutdown('stuck', () => { setTimeout(() => say('signal'), 600); return never; });
      say('signal');`;
    await expect(run(program)).resolves.toEqual({ code: 143, said: [] });
  });

  it('takes the echo of a signal, which npm forwards, for the same signal', async () => {
    const program = `
      onShutdown('slow', () => {
        say('signal');
        return new Promise((resolve) => setTimeout(resolve, 100));
      });
      say('signal');`;
    await expect(run(program)).resolves.toEqual({ code: 0, said: [] });
  });

  it('closes the others and exits 1 when one cannot close', async () => {
    const program = `
      onShutdown('database', () => say('database'));
      onShutdown('server', () => { throw new Error('stuck'); });
      say('signal');`;
    await expect(run(program)).resolves.toEqual({ code: 1, said: ['could not close', 'database'] });
  });

  it('gives up with 1 when closing takes too long', async () => {
    const program = `
      const hasty = createShutdown({ logger, timeoutMs: 20 });
      hasty.onShutdown('stuck', () => never);
      hasty.run('test', 0);`;
    await expect(run(program)).resolves.toEqual({ code: 1, said: ['shutdown took too long'] });
  });

  it.each([
    ['an exception', 'setTimeout(() => { throw new Error("lost"); });', 'uncaughtException'],
    ['a rejection', 'Promise.reject(new Error("lost"));', 'unhandledRejection'],
  ])('closes and exits 1 after %s nobody caught', async (_, program, event) => {
    await expect(run(`onShutdown('database', () => say('database')); ${program}`)).resolves.toEqual({
      code: 1,
      said: [event, 'database'],
    });
  });

  it('goes on after a refusal that nobody waited for', async () => {
    const program = `
      Promise.reject(Object.assign(new Error('not yours'), { name: 'DomainError' }));
      setTimeout(() => say('signal'), 50);`;
    await expect(run(program)).resolves.toEqual({ code: 0, said: ['a refusal that nobody waited for'] });
  });

  it('exits with the code asked for when run by the program itself', async () => {
    await expect(run(`shutdown.run('done', 3);`)).resolves.toEqual({ code: 3, said: [] });
  });
});
