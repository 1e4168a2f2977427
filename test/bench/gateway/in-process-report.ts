import { print, printRatio } from '../world/timing';
import type { BenchOperation } from './operations';
import type { RaceResult } from './race';
import { SIDE_TITLES, speed } from './report';

/** A Markdown table and the bars: of the dashboard, which is compiled, and of the mutation, which nothing compiles. */
export function printInProcess(
  { title, name, connections }: BenchOperation,
  { bytes, figures, times }: RaceResult,
): void {
  print(`\n${title} ${name}（${(bytes / 1000).toFixed(1)} kB，${connections} 个连接）\n`);
  print('| | req/s | × Apollo | p50 ms | p99 ms | CPU ms/req | RSS MB |');
  print('|---|---:|---:|---:|---:|---:|---:|');
  for (const [side, { requestsPerSecond, p50, p99, cpuMs, rssMb }] of figures) {
    const cells = [
      requestsPerSecond.toFixed(0),
      times(side, 'apolloInProcess', speed).toFixed(2),
      p50.toFixed(1),
      p99.toFixed(1),
      cpuMs.toFixed(2),
      rssMb.toFixed(0),
    ];
    print(`| ${SIDE_TITLES[side]} | ${cells.join(' | ')} |`);
  }
  const ratio = times('hubInProcess', 'apolloInProcess', speed);
  print('');
  if (name === 'Dashboard') printRatio('看板，编译执行 ÷ Apollo', ratio, '≥ 8', ratio >= 8);
  if (name === 'Acknowledge') printRatio('变更，不编译 ÷ Apollo', ratio, '≥ 3.5', ratio >= 3.5);
}
