import { benchOptions } from './gateway/options';
import { raceOverStubs } from './gateway/stub-race';

/** `npm run bench -- gateway`: this gateway beside others and beside code written by hand, in one run. */
async function main(): Promise<void> {
  const options = benchOptions();
  if (options.stubs) await raceOverStubs(options);
}

void main();
