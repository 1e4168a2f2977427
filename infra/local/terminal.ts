import { inspect } from 'node:util';

import { DomainError } from '@hub/core';
import { EnvironmentError } from '@hub/runtime';

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a person can mend is said in a sentence; a fault of ours comes with its stack. */
export function complain(error: unknown): void {
  const isExpected = error instanceof DomainError || error instanceof EnvironmentError;
  process.stderr.write(`✘ ${isExpected ? error.message : inspect(error)}\n`);
}
