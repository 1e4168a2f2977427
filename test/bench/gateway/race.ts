import { isDeepStrictEqual } from 'node:util';

import { median } from '../world/timing';
import type { Child } from './child';
import type { LoadFigures } from './load.process';
import type { BenchOperation } from './operations';
import type { SideName, Usage } from './side.process';

const LEAST_REQUESTS = 20;

export interface Racer {
  readonly name: SideName;
  readonly process: Child;
  readonly port: number;
}

export interface RaceSetting {
  readonly racers: readonly Racer[];
  readonly load: Child;
  readonly token: string;
  readonly rounds: number;
  readonly milliseconds: number;
  /** Subgraph calls answered so far, by all; without it none are counted. */
  readonly calls?: () => Promise<number>;
}

/** What one racer did in one round. */
export interface Run {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** Of all rounds: the medians, and the most memory. */
export interface Figures extends Run {
  readonly calls: number;
}

export interface RaceResult {
  readonly bytes: number;
  readonly figures: ReadonlyMap<SideName, Figures>;
  /**
   * How many times the other's figure, as the median of the rounds' ratios: a machine that slows down for a while slows
   * both sides of a round. Not a number when one of them does not race.
   */
  times(side: SideName, other: SideName, of: (run: Run) => number): number;
}

/** One operation: first every answer is compared, then each round lets every racer run, in an order that rotates. */
export async function race(operation: BenchOperation, setting: RaceSetting): Promise<RaceResult> {
  const { racers, rounds } = setting;
  const bytes = await compareAnswers(operation, setting);
  const calls = new Map<SideName, number>();
  for (const racer of racers) {
    if (setting.calls) {
      const before = await setting.calls();
      await ask(racer, operation, setting.token);
      calls.set(racer.name, (await setting.calls()) - before);
    }
    await run(racer, operation, { ...setting, milliseconds: 0 }, operation.warmUp);
  }
  const seen = new Map<SideName, Run[]>(racers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < racers.length; turn += 1) {
      const racer = racers[(round + turn) % racers.length] as Racer;
      seen.get(racer.name)?.push(await run(racer, operation, setting));
    }
  }
  const figures = [...seen].map(([name, runs]): [SideName, Figures] => [
    name,
    {
      requestsPerSecond: median(runs.map((each) => each.requestsPerSecond)),
      p50: median(runs.map((each) => each.p50)),
      p99: median(runs.map((each) => each.p99)),
      cpuMs: median(runs.map((each) => each.cpuMs)),
      rssMb: Math.max(...runs.map((each) => each.rssMb)),
      calls: calls.get(name) ?? Number.NaN,
    },
  ]);
  const times: RaceResult['times'] = (side, other, of) => {
    const figureByRound = (name: SideName) => (seen.get(name) ?? []).map(of);
    const theirs = figureByRound(other);
    return median(figureByRound(side).map((mine, round) => mine / (theirs[round] ?? Number.NaN)));
  };
  return { bytes, figures: new Map(figures), times };
}

async function run(
  { process, port }: Racer,
  operation: BenchOperation,
  { load, token, milliseconds }: RaceSetting,
  leastRequests = LEAST_REQUESTS,
): Promise<Run> {
  const before = await process.ask<Usage>({ kind: 'usage' });
  const figures = await load.ask<LoadFigures>({ port, operation, token, milliseconds, leastRequests });
  const after = await process.ask<Usage>({ kind: 'usage' });
  const { requestsPerSecond, requests, p50, p99 } = figures;
  return { requestsPerSecond, p50, p99, cpuMs: (after.cpuMs - before.cpuMs) / requests, rssMb: after.rssMb };
}

/** Bytes of the answer that all racers give. Another order of fields is the same answer. */
async function compareAnswers(operation: BenchOperation, { racers, token }: RaceSetting): Promise<number> {
  const texts = await Promise.all(racers.map((racer) => ask(racer, operation, token)));
  const [first] = texts;
  if (first === undefined) throw new Error('nobody races');
  texts.forEach((text, n) => {
    if (!isDeepStrictEqual(JSON.parse(text), JSON.parse(first)) || 'errors' in JSON.parse(text)) {
      throw new Error(
        `${operation.name}: ${racers[n]?.name} answers ${text.slice(0, 500)}, not what ${racers[0]?.name} does: ${first.slice(0, 500)}`,
      );
    }
  });
  return Buffer.byteLength(first);
}

async function ask({ port }: Racer, { query, variables, name }: BenchOperation, token: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables, operationName: name }),
  });
  return response.text();
}
