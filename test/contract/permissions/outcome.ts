import type { LocalResponse } from '@hub/graphql';

import { AFTER_THE_POLICY } from './asked-about';
import type { Caller } from './callers';
import type { Place } from './place';

const REFUSALS: readonly unknown[] = ['FORBIDDEN', 'NOT_FOUND'];

export const at = ({ name }: Caller, place: Place, what: string): string => `${name} at ${place.name} ${what}`;

/** Refused by the first wall or the second: told so, or as if nothing were there. */
export function isRefused(answer: LocalResponse): boolean {
  const reason = String(answer.errors?.[0]?.extensions?.reason);
  return REFUSALS.includes(codeOf(answer)) && !(reason in AFTER_THE_POLICY);
}

/** What a client can tell one answer from another by. */
export const outcomeOf = ({ data, errors }: LocalResponse): string =>
  JSON.stringify([data, errors?.map(({ message, extensions }) => [message, extensions?.code, extensions?.reason])]);

export const codeOf = ({ errors }: LocalResponse): unknown => errors?.[0]?.extensions?.code;

export const wordsOf = ({ data, errors }: LocalResponse): string =>
  errors
    ? `${codeOf({ errors })} ${errors[0]?.extensions?.reason ?? errors[0]?.message}`
    : JSON.stringify(data).slice(0, 120);
