import type { IdFactory } from '@hub/core';

const WELL_FORMED = /^[A-Za-z0-9_-]{1,64}$/;

/** Keeps the caller's request id when it is harmless in logs and headers; mints one otherwise. */
export function requestIdOf(header: string | string[] | undefined, ids: IdFactory): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : ids.next();
}
