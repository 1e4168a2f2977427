import type { Role } from '@hub/core';

/** What somebody is to a matter (`NoticeAddressee` of the contracts), by the name people give it. */
export const ADDRESSEE_NAMES = {
  UNIT_DESK: '单位经办',
  UNIT_LEADER: '单位负责人',
  DUTY_POST: '值班岗',
  ZONE_LEADER: '片区联系领导',
  OFFICE: '工委办公室',
  DEPUTY_SECRETARY: '专职副书记',
  SECRETARY: '书记',
  POST: '指定岗位',
} as const;

export type AddresseeKind = keyof typeof ADDRESSEE_NAMES;

/** 书记 and 专职副书记: one role among the leaders of the committee, and two standings. */
export const STANDINGS = ['SECRETARY', 'DEPUTY_SECRETARY'] as const satisfies readonly AddresseeKind[];

export type Standing = (typeof STANDINGS)[number];

/** Where posts are looked for: the very post that is meant, in the organisation, in its unit, in the work committee's. */
export type Place = 'POST' | 'ORGANIZATION' | 'UNIT' | 'OFFICE';

export interface Step {
  readonly at: Place;
  /** Empty for a post that is meant itself. */
  readonly roles: readonly Role[];
  /** Whoever is found here was not meant, and is told so. */
  readonly instead?: true;
}

const CLERKS: readonly Role[] = ['UNIT_CLERK'];
const LEADERS: readonly Role[] = ['UNIT_LEADER'];
/** The work committee's own branches have no clerks of a unit: its office answers for them. */
const OFFICE_DESK: readonly Role[] = ['OFFICE_REGISTRAR', 'OFFICE_CLERK'];
const COMMITTEE_LEADERS: readonly Role[] = ['COMMITTEE_LEADER'];

const thePost: Step = { at: 'POST', roles: [] };
const supervisors: readonly Step[] = [
  { at: 'OFFICE', roles: ['OFFICE_CHECKER', 'OFFICE_REGISTRAR'] },
  { at: 'OFFICE', roles: ['OFFICE_CLERK', 'COMMITTEE_LEADER'] },
];

/** Of the organisation, or else of the unit that owns it. */
const near = (roles: readonly Role[]): Step[] => [
  { at: 'ORGANIZATION', roles },
  { at: 'UNIT', roles },
];

const desk: readonly Step[] = [...near(CLERKS), { at: 'UNIT', roles: OFFICE_DESK }, ...near(LEADERS)];
const standing: readonly Step[] = [thePost, { at: 'OFFICE', roles: COMMITTEE_LEADERS }];

const STEPS: Readonly<Record<AddresseeKind, readonly Step[]>> = {
  UNIT_DESK: desk,
  UNIT_LEADER: [...near(LEADERS), { at: 'UNIT', roles: COMMITTEE_LEADERS }],
  // Whoever is on the roster at this moment.
  DUTY_POST: [thePost, ...near([...CLERKS, ...LEADERS]), { at: 'UNIT', roles: [...OFFICE_DESK, ...COMMITTEE_LEADERS] }],
  ZONE_LEADER: [thePost],
  OFFICE: supervisors,
  DEPUTY_SECRETARY: standing,
  SECRETARY: standing,
  // Whose post has ended left the matter with the desk of his organisation.
  POST: [thePost, ...desk],
};

/**
 * Where to look for whoever is meant, one step after the other, until somebody is found: all who hold such a post there
 * today. Where nobody is, the office gets it in his place, so that nothing is lost in silence.
 */
export const ADDRESSEE_STEPS: Readonly<Record<AddresseeKind, readonly Step[]>> = Object.fromEntries(
  Object.entries(STEPS).map(([to, steps]) => [
    to,
    to === 'OFFICE' ? steps : [...steps, ...supervisors.map((step) => ({ ...step, instead: true }))],
  ]),
) as Record<AddresseeKind, readonly Step[]>;

/** What the office is told beside a notice that was meant for somebody else. */
export function remarkInstead(to: AddresseeKind, organizationName: string | null): string {
  const of = organizationName === null ? '' : `（${organizationName}）`;
  return `本应送${ADDRESSEE_NAMES[to]}${of}，现无人在岗，转工委办公室处理。`;
}
