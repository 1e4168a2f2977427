import { benchOptions } from './gateway/options';
import { raceOverRealSubgraphs } from './gateway/real-race';
import { raceOverStubs } from './gateway/stub-race';

/** `npm run bench -- gateway`: this gateway beside others and beside code written by hand, in one run. */
async function main(): Promise<void> {
  const options = benchOptions();
  if (options.stubs) await raceOverStubs(options);
  if (options.real) await raceOverRealSubgraphs(options);
}

void main();
