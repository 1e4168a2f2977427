import { DomainError } from '@hub/core';

/** The reason with which an act is refused; null when it is not. Anything else that is thrown fails the test. */
export function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
}
