import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { personActor, someId } from '../../support/actors';
import { openPeers } from '../../support/peers';
import { type Child, startChild } from './child';
import type { BenchOptions } from './options';
import type { Racer, RaceSetting } from './race';
import type { SideName } from './side.process';
import type { SideSetting } from './sides/side.type';
import { benchToken } from './token';

export interface Arena {
  /** Starts a process from the file of that name beside this one. */
  start(script: string): Child;
  openSides(
    sides: readonly SideName[],
    graph: Pick<SideSetting, 'supergraph' | 'urls'> & Partial<Pick<SideSetting, 'actor'>>,
  ): Promise<void>;
  setting(options: BenchOptions): Omit<RaceSetting, 'calls'>;
  close(): Promise<void>;
}

export interface ArenaOptions {
  /** That the subgraphs know; any other when they believe everybody. */
  readonly callerKey?: Buffer;
}

/** Every gateway in a process of its own, and one that asks them; all logs go to one file that is thrown away. */
export async function openArena(options: ArenaOptions = {}): Promise<Arena> {
  openPeers();
  const { callerKey = randomBytes(32) } = options;
  const accessTokenKey = randomBytes(32);
  const someone = personActor('OFFICE_REGISTRAR', { committeeId: someId() });
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const log = openSync(join(folder, 'gateways.log'), 'a');
  const children: Child[] = [];
  const start = (script: string): Child => {
    const child = startChild(join(__dirname, script), log);
    children.push(child);
    return child;
  };
  const load = start('load.process');
  const racers: Racer[] = [];
  const token = await benchToken(accessTokenKey, someone.sessionId);
  return {
    start,
    async openSides(sides, graph) {
      const keys = { accessTokenKey: accessTokenKey.toString('hex'), callerKey: callerKey.toString('hex') };
      for (const name of sides) {
        const process = start('side.process');
        const setting = { actor: someone, ...graph, ...keys } satisfies SideSetting;
        const { port } = await process.ask<{ port: number }>({ kind: 'open', side: name, setting });
        racers.push({ name, process, port });
      }
    },
    setting: ({ rounds, milliseconds }) => ({ racers, load, token, rounds, milliseconds }),
    async close() {
      await Promise.all(children.map((child) => child.stop()));
      closeSync(log);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
