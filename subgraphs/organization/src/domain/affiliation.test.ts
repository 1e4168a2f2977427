import { refusalOf } from '@hub/testing';
import { affiliationPath, assertGuidance, kindChange, type Node } from './affiliation';
import type { OrganizationKind } from './organization-kind';

const node = (organizationId: string, kind: OrganizationKind, path: string[] = [], unitId = 'unit'): Node => ({
  organizationId,
  unitId,
  kind,
  affiliationPath: [...path, organizationId],
});

const root = node('root', 'WORK_COMMITTEE');
const committee = node('committee', 'ORGAN_COMMITTEE', ['root']);
const group = node('group', 'PARTY_GROUP');

test('a path names every superior from the root to the organisation itself', () => {
  expect(affiliationPath({ organizationId: 'branch', kind: 'BRANCH' }, committee)).toEqual([
    'root',
    'committee',
    'branch',
  ]);
});

test.each<[OrganizationKind, Node | null, string | null]>([
  ['WORK_COMMITTEE', null, null],
  ['PARTY_GROUP', null, null],
  ['PARTY_GROUP', root, 'AFFILIATION_KIND'],
  ['BRANCH', group, 'AFFILIATION_KIND'],
  ['BRANCH', null, 'AFFILIATION_KIND'],
  ['BRANCH', root, null],
  ['GENERAL_BRANCH', committee, null],
  ['ORGAN_COMMITTEE', committee, 'AFFILIATION_KIND'],
  ['DISCIPLINE_COMMITTEE', committee, null],
  ['DISCIPLINE_COMMITTEE', root, 'AFFILIATION_KIND'],
  ['PARTY_CELL', node('branch', 'BRANCH', ['root']), null],
  ['PARTY_CELL', committee, 'AFFILIATION_KIND'],
])('%s under %p gives %p', (kind, parent, reason) => {
  expect(refusalOf(() => affiliationPath({ organizationId: 'new', kind }, parent))).toBe(reason);
});

test('an organisation is never affiliated to one of its subordinates', () => {
  const base = node('base', 'BASE_COMMITTEE', ['root']);
  const below = node('below', 'BASE_COMMITTEE', ['root', 'base']);
  expect(refusalOf(() => affiliationPath(base, below))).toBe('AFFILIATION_CYCLE');
  expect(refusalOf(() => affiliationPath(base, base))).toBe('AFFILIATION_CYCLE');
});

test.each<[OrganizationKind, OrganizationKind, string, string | null]>([
  ['ORGAN_COMMITTEE', 'PARTY_GROUP', 'unit', null],
  ['BRANCH', 'PG_COMMITTEE', 'unit', null],
  ['ORGAN_COMMITTEE', 'PARTY_GROUP', 'other', 'GUIDANCE_OTHER_UNIT'],
  ['ORGAN_COMMITTEE', 'BRANCH', 'unit', 'GUIDANCE_KIND'],
  ['PARTY_GROUP', 'PARTY_GROUP', 'unit', 'GUIDANCE_KIND'],
  ['DISCIPLINE_COMMITTEE', 'DISC_WORK_COMMITTEE', 'other', null],
  ['DISCIPLINE_COMMITTEE', 'PARTY_GROUP', 'unit', 'GUIDANCE_KIND'],
])('%s guided by %s of unit %s gives %p', (kind, guide, guideUnit, reason) => {
  expect(refusalOf(() => assertGuidance({ kind, unitId: 'unit' }, { kind: guide, unitId: guideUnit }))).toBe(reason);
});

test.each<[OrganizationKind, OrganizationKind, string]>([
  ['BRANCH', 'GENERAL_BRANCH', 'UPGRADE'],
  ['GENERAL_BRANCH', 'ORGAN_COMMITTEE', 'UPGRADE'],
  ['ORGAN_COMMITTEE', 'BRANCH', 'DOWNGRADE'],
])('%s becoming %s is a %s', (from, to, change) => {
  expect(kindChange(from, to)).toBe(change);
});

test.each<[OrganizationKind, OrganizationKind]>([
  ['BRANCH', 'JOINT_BRANCH'],
  ['BRANCH', 'PARTY_GROUP'],
  ['WORK_COMMITTEE', 'ORGAN_COMMITTEE'],
])('%s cannot become %s', (from, to) => {
  expect(refusalOf(() => kindChange(from, to))).toBe('KIND_CHANGE_NOT_POSSIBLE');
});
