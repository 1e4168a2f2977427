import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type InspectionRow, listInspections } from '../data/inspection.read-model';
import { inspectionPolicy } from '../domain/inspection.policy';
import type { OrganizationContext } from './context';

/** Which inspections there are and were; what each looked at is in its trail. */
export function readInspections(ctx: OrganizationContext, page: PageRequest): Promise<Page<InspectionRow>> {
  const actor = requirePerson(ctx);
  inspectionPolicy.assertMay(actor, 'readInspections', { committeeId: actor.committeeId });
  return ctx.read((tx) => listInspections(tx, page));
}
