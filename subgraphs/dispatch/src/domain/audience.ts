import type { Id } from '@hub/core';

import { defaultDuty } from './distribution';
import { documentError } from './document.errors';
import type { DistributionRole, Duty } from './duty';
import { recordError } from './record.errors';

/** How somebody stands in the distribution; a duty left open follows from the role (see `defaultDuty`). */
interface Standing {
  readonly role: DistributionRole;
  readonly duty: Duty | null;
}

export interface AudienceGroup extends Standing {
  readonly groupId: Id;
}

export interface AudienceOrganization extends Standing {
  readonly organizationId: Id;
  readonly copies: number;
}

/** A body outside the hub (市委, 省直工委): it gets paper. */
export interface ExternalBody {
  readonly name: string;
  readonly role: DistributionRole;
  readonly copies: number;
}

/** 分送范围 as the office states it: groups and single organisations, less the ones that are excluded. */
export interface Audience {
  readonly groups: readonly AudienceGroup[];
  readonly organizations: readonly AudienceOrganization[];
  readonly exclusions: readonly Id[];
  readonly externals: readonly ExternalBody[];
}

export const NO_AUDIENCE: Audience = { groups: [], organizations: [], exclusions: [], externals: [] };

/** Throws FEEDBACK_KIND_REQUIRED or AUDIENCE_FORM. Groups may overlap: an organisation stands as it is named first. */
export function assertAudience(audience: Audience, feedbackAsked: boolean): void {
  const { groups, organizations, exclusions, externals } = audience;
  const asksFeedback = [...groups, ...organizations].some(({ duty }) => duty === 'FEEDBACK');
  if (asksFeedback && !feedbackAsked) throw documentError('FEEDBACK_KIND_REQUIRED');
  const problem =
    (hasTwice(groups.map((group) => group.groupId)) && '同一分组列入两次') ||
    (hasTwice(organizations.map((organization) => organization.organizationId)) && '同一党组织列入两次') ||
    (organizations.some(({ organizationId }) => exclusions.includes(organizationId)) && '同一党组织既列入又排除') ||
    (externals.some(({ name }) => !name.trim() || name.length > 100) && '外部机关名称为空或过长') ||
    ([...organizations, ...externals].some(({ copies }) => !(copies >= 1 && copies <= 999)) && '份数须为 1 至 999');
  if (problem) throw recordError('AUDIENCE_FORM', { problem });
}

/** The audience with every duty said. */
export function withDuties(audience: Audience, feedbackAsked: boolean): Audience {
  const dutyOf = ({ role, duty }: Standing): Duty => duty ?? defaultDuty(role, feedbackAsked);
  return {
    ...audience,
    groups: audience.groups.map((group) => ({ ...group, duty: dutyOf(group) })),
    organizations: audience.organizations.map((organization) => ({ ...organization, duty: dutyOf(organization) })),
  };
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
