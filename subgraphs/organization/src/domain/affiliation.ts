import type { Id } from '@hub/core';

import { GUIDING_GROUPS, KIND_FACTS, type OrganizationKind } from './organization-kind';
import { structureError } from './structure.errors';

/** An organisation as its edges see it. */
export interface Node {
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly kind: OrganizationKind;
  /** Ids along the affiliation edge (隶属), from the root to the organisation itself. */
  readonly affiliationPath: readonly Id[];
}

/**
 * The path of an organisation under its parent. Approvals, dues and statistics follow it, so leadership bodies (党组)
 * stand alone, outside every chain.
 */
export function affiliationPath(
  organization: { readonly organizationId: Id; readonly kind: OrganizationKind },
  parent: Node | null,
): Id[] {
  assertParentKind(organization.kind, parent?.kind ?? null);
  if (parent?.affiliationPath.includes(organization.organizationId)) throw structureError('AFFILIATION_CYCLE');
  return [...(parent?.affiliationPath ?? []), organization.organizationId];
}

export function assertParentKind(kind: OrganizationKind, parent: OrganizationKind | null): void {
  const { name, parents } = KIND_FACTS[kind];
  const fits = parent === null ? parents.length === 0 : parents.includes(parent);
  if (!fits) throw structureError('AFFILIATION_KIND', { kind: name, parent: parent ? KIND_FACTS[parent].name : '无' });
}

/** Guided by the department's own leadership body (机关条例), or by the discipline work committee (double leadership). */
export function assertGuidance(guided: Pick<Node, 'kind' | 'unitId'>, guide: Pick<Node, 'kind' | 'unitId'>): void {
  if (guided.kind === 'DISCIPLINE_COMMITTEE' && guide.kind === 'DISC_WORK_COMMITTEE') return;
  const guides: readonly OrganizationKind[] = GUIDING_GROUPS;
  if (!guides.includes(guide.kind) || KIND_FACTS[guided.kind].level === null) {
    throw structureError('GUIDANCE_KIND', { kind: KIND_FACTS[guided.kind].name, guide: KIND_FACTS[guide.kind].name });
  }
  if (guided.unitId !== guide.unitId) throw structureError('GUIDANCE_OTHER_UNIT');
}

/** A change of kind in place: the level decides whether the organisation rises or falls. */
export function kindChange(from: OrganizationKind, to: OrganizationKind): 'UPGRADE' | 'DOWNGRADE' {
  const [before, after] = [KIND_FACTS[from].level, KIND_FACTS[to].level];
  if (before === null || after === null || before === after) {
    throw structureError('KIND_CHANGE_NOT_POSSIBLE', { from: KIND_FACTS[from].name, to: KIND_FACTS[to].name });
  }
  return after > before ? 'UPGRADE' : 'DOWNGRADE';
}
