import { definePolicy, type Role } from '@hub/core';

const AUTHORS: readonly Role[] = ['OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];
const READERS: readonly Role[] = [...AUTHORS, 'COMMITTEE_LEADER', 'UNIT_LEADER', 'UNIT_CLERK', 'INSPECTOR'];

const authors = [{ roles: AUTHORS, reach: 'COMMITTEE' }] as const;

/** Templates are the office's to make; what may be asked is no secret before those who will be asked. */
export const templatePolicy = definePolicy({
  publish: authors,
  revise: authors,
  retire: authors,
  read: [{ roles: READERS, reach: 'COMMITTEE' }],
});

export type TemplateVerb = keyof typeof templatePolicy.grants;
