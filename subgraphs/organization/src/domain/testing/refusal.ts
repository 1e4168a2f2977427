import { DomainError } from '@hub/core';

/** The reason with which an act is refused; null when it goes through. Anything else it throws is a fault. */
export function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
}
