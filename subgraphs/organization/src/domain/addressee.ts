import type { OrganizationKind } from './organization-kind';

/**
 * Documents to a unit go to one of its organisations: its active basic organisation directly under the work committee
 * (机关党委, 直属总支, 直属支部). Where a merger left several, the first of this order, then the oldest.
 */
export const ADDRESSEE_KINDS = [
  'ORGAN_COMMITTEE',
  'BASE_COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'PROJECT_BRANCH',
  'RETIREE_BRANCH',
  'FLOATING_BRANCH',
] as const satisfies readonly OrganizationKind[];
