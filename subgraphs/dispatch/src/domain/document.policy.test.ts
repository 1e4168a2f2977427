import { ROLES, type Role } from '@hub/core';

import { type DocumentVerb, documentPolicy } from './document.policy';
import { actorWith } from './testing/actor';

function rolesThatMay(verb: DocumentVerb, ownerAccountId: string): Role[] {
  return ROLES.filter((role) => documentPolicy.may(actorWith(role), verb, { committeeId: 'c1', ownerAccountId }));
}

describe('who may do what to a document', () => {
  it.each([
    ['draft', ['OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK']],
    ['revise', []],
    ['check', ['OFFICE_CHECKER']],
    ['approve', ['COMMITTEE_LEADER', 'OFFICE_CHECKER']],
    ['assignNumber', ['OFFICE_REGISTRAR', 'OFFICE_CLERK']],
    ['issue', ['OFFICE_REGISTRAR']],
    ['revoke', ['COMMITTEE_LEADER']],
    ['confirmOverride', ['COMMITTEE_LEADER', 'OFFICE_CHECKER']],
    ['read', ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK', 'COMMITTEE_ADMIN']],
  ] as const)('%s a paper of somebody else: %j', (verb, roles) => {
    expect(rolesThatMay(verb, 'somebody-else')).toEqual(roles);
  });

  it('lets the drafter revise the own draft', () => {
    expect(rolesThatMay('revise', 'me')).toEqual(['OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK']);
  });

  it('opens no verb to a unit', () => {
    for (const verb of Object.keys(documentPolicy.grants) as DocumentVerb[]) {
      expect(rolesThatMay(verb, 'me').filter((role) => role.startsWith('UNIT'))).toEqual([]);
    }
  });
});
