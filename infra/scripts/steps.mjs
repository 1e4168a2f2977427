/** A step that failed in an expected way: its message is all a person needs. */
export class StepFailure extends Error {}

/** Runs one step and says how long it took. */
export async function step(name, run) {
  const began = performance.now();
  const result = await run();
  console.log(`✔ ${name} (${seconds(began)} 秒)`);
  return result;
}

export function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1);
}
