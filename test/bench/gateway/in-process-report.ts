import { print, printRatio } from '../dispatch/timing';
import type { BenchOperation } from './operations';
import type { RaceResult } from './race';
import { SIDE_TITLES, speed } from './report';

/** A Markdown table, and under the dashboard the bars. Mutations are never compiled. */
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
  if (name !== 'Dashboard') return;
  const compiled = times('hubInProcess', 'apolloInProcess', speed);
  const reference = times('hubReference', 'apolloInProcess', speed);
  print('');
  printRatio('看板，编译执行 ÷ Apollo', compiled, '≥ 8', compiled >= 8);
  printRatio('看板，graphql-js ÷ Apollo', reference, '≥ 3.5', reference >= 3.5);
}
