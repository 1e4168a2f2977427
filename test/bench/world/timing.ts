export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line of a report: what was measured, beside the bar it is held to. */
export function printRatio(what: string, ratio: number, bar: string, met: boolean): void {
  print(`  ${met ? '✔' : '✘'} ${what}: ${ratio.toFixed(2)}（要求 ${bar}）`);
  if (!met) process.exitCode = 1;
}
