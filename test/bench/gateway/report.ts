import { print, printRatio } from '../world/timing';
import type { BenchOperation } from './operations';
import type { RaceResult, Run } from './race';
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

export const speed = ({ requestsPerSecond }: Run): number => requestsPerSecond;
const thrift = ({ cpuMs }: Run): number => 1 / cpuMs;

/** A Markdown table, as it stands in the README. */
export function printRace({ title, name, connections }: BenchOperation, { bytes, figures, times }: RaceResult): void {
  const kilobytes = (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
  print(`\n${title} ${name}（${kilobytes} kB，${connections} 个连接）\n`);
  print('| | req/s | × Apollo | × hand-written | p50 ms | p99 ms | CPU ms/req | CPU × Apollo | RSS MB | calls |');
  print('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const [side, each] of figures) {
    const cells = [
      each.requestsPerSecond.toFixed(0),
      cell(times(side, 'apollo', speed), 2),
      cell(times(side, 'handWritten', speed), 2),
      each.p50.toFixed(1),
      each.p99.toFixed(1),
      each.cpuMs.toFixed(2),
      cell(times(side, 'apollo', thrift), 2),
      each.rssMb.toFixed(0),
      cell(each.calls, 0),
    ];
    print(`| ${SIDE_TITLES[side]} | ${cells.join(' | ')} |`);
  }
}

const cell = (value: number, digits: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));

/** The bars of the gateway-bound dashboard, by requests per second. */
export function printBars({ times }: RaceResult): void {
  print('');
  const apollo = times('hub', 'apollo', speed);
  const handWritten = times('hub', 'handWritten', speed);
  if (apollo > 0) printRatio('看板：本网关 ÷ @apollo/gateway', apollo, '≥ 6', apollo >= 6);
  if (handWritten > 0) printRatio('看板：本网关 ÷ 手写', handWritten, '≥ 0.9', handWritten >= 0.9);
}
