import type { Grant, Reach, Role } from '@hub/core';

/** A column of the matrix: a role, service tokens, or named system actors. */
export type Column = Role | 'programs' | 'systems';

const REACHES: Readonly<Record<Reach, string>> = {
  COMMITTEE: '全委',
  SUBTREE: '以下',
  OWN_UNIT: '本单位',
  OWN: '本人',
};

/** Words of one cell: how far a verb reaches for a role, for programs, or which system actors it names. */
export function cellOf(grants: readonly Grant[], who: Column): string {
  const reaches = grants.flatMap((grant): string[] => {
    if ('systems' in grant) return who === 'systems' ? [...grant.systems] : [];
    if ('services' in grant) return who === 'programs' ? [REACHES[grant.services]] : [];
    return grant.roles.some((role) => role === who) ? [REACHES[grant.reach]] : [];
  });
  // Whatever else a role has is within the whole committee.
  return reaches.includes(REACHES.COMMITTEE) ? REACHES.COMMITTEE : [...new Set(reaches)].join('、');
}
