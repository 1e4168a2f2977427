import { print, printRatio } from '../dispatch/timing';
import type { BenchOperation } from './operations';
import type { RaceResult } from './race';
import { SIDE_TITLES } from './report';
import type { SideName } from './side.process';

/** A Markdown table, and under the dashboard the bars. Mutations are never compiled. */
export function printInProcess({ title, name, connections }: BenchOperation, { bytes, figures }: RaceResult): void {
  print(`\n${title} ${name}（${(bytes / 1000).toFixed(1)} kB，${connections} 个连接）\n`);
  print('| | req/s | × Apollo | p50 ms | p99 ms | CPU ms/req | RSS MB |');
  print('|---|---:|---:|---:|---:|---:|---:|');
  const against = figures.get('apolloInProcess')?.requestsPerSecond ?? Number.NaN;
  for (const [side, { requestsPerSecond, p50, p99, cpuMs, rssMb }] of figures) {
    const cells = [
      requestsPerSecond.toFixed(0),
      (requestsPerSecond / against).toFixed(2),
      p50.toFixed(1),
      p99.toFixed(1),
      cpuMs.toFixed(2),
      rssMb.toFixed(0),
    ];
    print(`| ${SIDE_TITLES[side]} | ${cells.join(' | ')} |`);
  }
  if (name !== 'Dashboard') return;
  const times = (side: SideName) => (figures.get(side)?.requestsPerSecond ?? Number.NaN) / against;
  print('');
  printRatio('看板，编译执行 ÷ Apollo', times('hubInProcess'), '≥ 8', times('hubInProcess') >= 8);
  printRatio('看板，graphql-js ÷ Apollo', times('hubReference'), '≥ 3.5', times('hubReference') >= 3.5);
}
