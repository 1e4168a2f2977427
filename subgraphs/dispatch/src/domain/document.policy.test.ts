import { isAdministrator, ROLES, type Role } from '@hub/core';
import { actorWith } from '@hub/testing';

import { type DocumentVerb, documentPolicy } from './document.policy';

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
    ['read', ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK', 'INSPECTOR']],
  ] as const)('%s a paper of somebody else: %j', (verb, roles) => {
    expect(rolesThatMay(verb, 'somebody-else')).toEqual(roles);
  });

  it('lets the drafter revise the own draft', () => {
    expect(rolesThatMay('revise', 'me')).toEqual(['OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK']);
  });

  const verbs = Object.keys(documentPolicy.grants) as DocumentVerb[];

  it.each(verbs)('%s is for no administrator, and for a unit only where it holds a receipt', (verb) => {
    const roles = rolesThatMay(verb, 'me');
    expect(roles.filter((role) => role.startsWith('UNIT') || isAdministrator(role))).toEqual([]);
    const target = { committeeId: 'c1', unitId: 'own' };
    expect(documentPolicy.may(actorWith('UNIT_CLERK'), verb, target)).toBe(verb === 'read' || verb === 'download');
  });

  it.each(verbs)('%s is for an inspector to read, if at all', (verb) => {
    expect(rolesThatMay(verb, 'me').includes('INSPECTOR')).toBe(
      /^(read|list$|download$|checkProgress$|watchProgress$)/.test(verb),
    );
  });
});
