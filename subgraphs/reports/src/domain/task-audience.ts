import type { Id } from '@hub/core';

import { reportTaskError } from './report-task.errors';

/** 报送范围: groups and single organisations, less the ones that are excluded. The first two say nothing but who. */
export interface TaskAudience {
  readonly groups: readonly { readonly groupId: Id }[];
  readonly organizations: readonly { readonly organizationId: Id }[];
  readonly exclusions: readonly Id[];
}

/** Throws TASK_AUDIENCE_FORM. Groups may overlap: an organisation owes one report. */
export function assertTaskAudience({ groups, organizations, exclusions }: TaskAudience): void {
  const problem =
    (groups.length + organizations.length === 0 && '没有列入任何分组或党组织') ||
    (hasTwice(groups.map(({ groupId }) => groupId)) && '同一分组列入两次') ||
    (hasTwice(organizations.map(({ organizationId }) => organizationId)) && '同一党组织列入两次') ||
    (organizations.some(({ organizationId }) => exclusions.includes(organizationId)) && '同一党组织既列入又排除');
  if (problem) throw reportTaskError('TASK_AUDIENCE_FORM', { problem });
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
