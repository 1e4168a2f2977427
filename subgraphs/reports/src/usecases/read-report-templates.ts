import type { Page, PageRequest } from '@hub/core';
import { requireReader, type UseCaseContext } from '@hub/persistence';

import { listTemplates, type TemplateFilter, type TemplateRow } from '../data/template.read-model';
import { templatePolicy } from '../domain/template.policy';

export async function listReportTemplates(
  ctx: UseCaseContext,
  filter: TemplateFilter,
  page: PageRequest,
): Promise<Page<TemplateRow>> {
  const actor = requireReader(ctx);
  templatePolicy.assertMay(actor, 'read', actor);
  return ctx.read((tx) => listTemplates(tx, filter, page));
}
