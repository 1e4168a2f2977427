/** Runs one step of the start and tells how it went. */
export type RunStep = <T>(name: string, run: () => Promise<T> | T) => Promise<T>;

/** Says each step when it is done, with its time: whoever waits sees what for. */
export function printedSteps(print: (line: string) => void): RunStep {
  return async (name, run) => {
    const began = performance.now();
    const result = await run();
    print(`✔ ${name} (${((performance.now() - began) / 1000).toFixed(1)} 秒)`);
    return result;
  };
}
