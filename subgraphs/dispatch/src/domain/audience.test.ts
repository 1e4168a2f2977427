import { refusalOf } from '@hub/testing';
import { type Audience, assertAudience, NO_AUDIENCE, withDuties } from './audience';

const group = { groupId: 'g', role: 'TO', duty: null } as const;
const organization = { organizationId: 'o', role: 'TO', duty: null, copies: 1 } as const;
const external = { name: '市委办公室', role: 'COPY', copies: 2 } as const;

describe('an audience', () => {
  it.each<[string, Partial<Audience>, string | null]>([
    ['nobody yet', {}, null],
    [
      'a group, an organisation and a body outside',
      { groups: [group], organizations: [organization], externals: [external] },
      null,
    ],
    ['feedback where none is asked', { groups: [{ ...group, duty: 'FEEDBACK' }] }, 'FEEDBACK_KIND_REQUIRED'],
    ['a group twice', { groups: [group, group] }, 'AUDIENCE_FORM'],
    ['an organisation twice', { organizations: [organization, organization] }, 'AUDIENCE_FORM'],
    ['an organisation named and excluded', { organizations: [organization], exclusions: ['o'] }, 'AUDIENCE_FORM'],
    ['a body without a name', { externals: [{ ...external, name: ' ' }] }, 'AUDIENCE_FORM'],
    ['no copies', { organizations: [{ ...organization, copies: 0 }] }, 'AUDIENCE_FORM'],
  ])('of %s', (_, change, reason) => {
    expect(refusalOf(() => assertAudience({ ...NO_AUDIENCE, ...change }, false))).toBe(reason);
  });
});

describe('a duty left open', () => {
  it('follows from the role, and one that was set stays', () => {
    const copy = { groupId: 'h', role: 'COPY', duty: null } as const;
    const reading = { groupId: 'i', role: 'TO', duty: 'READ' } as const;
    const { groups } = withDuties({ ...NO_AUDIENCE, groups: [group, copy, reading] }, true);
    expect(groups.map(({ duty }) => duty)).toEqual(['FEEDBACK', 'ACKNOWLEDGE', 'READ']);
  });
});
