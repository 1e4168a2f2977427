import { print, printRatio } from '../dispatch/timing';
import type { BenchOperation } from './operations';
import type { Figures, RaceResult } from './race';
import type { SideName } from './side.process';

export const SIDE_TITLES: Readonly<Record<SideName, string>> = {
  handWritten: 'hand-written fan-out',
  hub: 'this gateway',
  apollo: '@apollo/gateway 2.14',
  apolloUndici: '@apollo/gateway 2.14, undici',
  hive: 'Hive runtime, JS',
  hiveRust: 'Hive runtime, Rust planner',
  hubInProcess: 'this gateway, all in one, compiled',
  hubReference: 'this gateway, all in one, graphql-js',
  apolloInProcess: '@apollo/gateway 2.14, local data sources',
};

/** A Markdown table, as it stands in the README. */
export function printRace({ title, name, connections }: BenchOperation, { bytes, figures }: RaceResult): void {
  const kilobytes = (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
  print(`\n${title} ${name}（${kilobytes} kB，${connections} 个连接）\n`);
  print('| | req/s | × Apollo | × hand-written | p50 ms | p99 ms | CPU ms/req | CPU × Apollo | RSS MB | calls |');
  print('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const [side, each] of figures) {
    const cells = [
      each.requestsPerSecond.toFixed(0),
      ratio(figures, side, 'apollo', ({ requestsPerSecond }) => requestsPerSecond),
      ratio(figures, side, 'handWritten', ({ requestsPerSecond }) => requestsPerSecond),
      each.p50.toFixed(1),
      each.p99.toFixed(1),
      each.cpuMs.toFixed(2),
      ratio(figures, side, 'apollo', ({ cpuMs }) => 1 / cpuMs),
      each.rssMb.toFixed(0),
      Number.isNaN(each.calls) ? '–' : each.calls.toFixed(0),
    ];
    print(`| ${SIDE_TITLES[side]} | ${cells.join(' | ')} |`);
  }
}

function ratio(figures: RaceResult['figures'], side: SideName, to: SideName, of: (figures: Figures) => number): string {
  const [mine, theirs] = [figures.get(side), figures.get(to)];
  return mine && theirs ? (of(mine) / of(theirs)).toFixed(2) : '–';
}

/** The bars of the gateway-bound dashboard, by requests per second. */
export function printBars({ figures }: RaceResult): void {
  const rate = (side: SideName) => figures.get(side)?.requestsPerSecond ?? Number.NaN;
  const [hub, apollo, handWritten] = [rate('hub'), rate('apollo'), rate('handWritten')];
  print('');
  if (apollo > 0) printRatio('看板：本网关 ÷ @apollo/gateway', hub / apollo, '≥ 6', hub / apollo >= 6);
  if (handWritten > 0) printRatio('看板：本网关 ÷ 手写', hub / handWritten, '≥ 0.9', hub / handWritten >= 0.9);
}
