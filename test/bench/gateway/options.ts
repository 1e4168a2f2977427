import { parseArgs } from 'node:util';

import type { SideName } from './side.process';

export interface BenchOptions {
  readonly rounds: number;
  readonly milliseconds: number;
  /** Names of sides and operations to be measured; all unless given. */
  readonly sides: readonly SideName[];
  readonly operations: readonly string[] | null;
  readonly stubs: boolean;
  readonly real: boolean;
}

const SIDES: readonly SideName[] = ['handWritten', 'hub', 'apollo', 'apolloUndici', 'hive', 'hiveRust'];

/** `--quick`, `--rounds 5`, `--ms 2000`, `--sides hub,apollo`, `--operations Dashboard,Me`, `--only stubs|real`. */
export function benchOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      ms: { type: 'string' },
      sides: { type: 'string' },
      operations: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const sides = values.sides?.split(',') ?? SIDES;
  return {
    rounds: Number(values.rounds ?? (values.quick ? 1 : 9)),
    milliseconds: Number(values.ms ?? (values.quick ? 700 : 1_000)),
    sides: SIDES.filter((side) => sides.includes(side)),
    operations: values.operations?.split(',') ?? null,
    stubs: values.only !== 'real',
    real: values.only !== 'stubs',
  };
}
