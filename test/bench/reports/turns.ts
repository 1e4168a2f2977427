import { median, print, printRatio, timed } from '../world/timing';

export type Act = () => Promise<unknown>;

/** The same thing asked where little is and where much is. */
export interface Compared {
  readonly what: string;
  readonly small: Act;
  readonly large: Act;
}

const SETTLING = 5;
const ROUNDS = 31;
/** What everything about reports is held to, whatever it grows by. */
export const BAR = 2;

/** In turns, so that what else the machine does falls on both alike. */
export async function compareInTurns({ what, small, large }: Compared): Promise<void> {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < SETTLING + ROUNDS; round += 1) {
    const taken = { small: await timed(small), large: await timed(large) };
    if (round < SETTLING) continue;
    times.small.push(taken.small);
    times.large.push(taken.large);
  }
  const [few, many] = [median(times.small), median(times.large)];
  printRatio(`${what}：${few.toFixed(2)} 与 ${many.toFixed(2)} 毫秒，之比`, many / few, `< ${BAR}`, many / few < BAR);
}

export const heading = (text: string): void => print(`\n${text}`);
