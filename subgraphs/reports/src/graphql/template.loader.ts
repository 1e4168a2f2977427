import type { Id } from '@hub/core';
import { defineLoader, type HubContext } from '@hub/graphql';
import { requireReader } from '@hub/persistence';

import { templatesById, versionsOfTemplates } from '../data/template.read-model';
import { templateError } from '../domain/template.errors';
import { templatePolicy } from '../domain/template.policy';
import { type ReportTemplate, toTemplate } from './template.type';

const templateLoader = defineLoader(templatesById);

export const templateVersionsLoader = defineLoader(versionsOfTemplates);

/** Null when the template does not exist for the actor. */
export async function findTemplate(ctx: HubContext, templateId: Id): Promise<ReportTemplate | null> {
  const actor = requireReader(ctx);
  if (!templatePolicy.may(actor, 'read', actor)) return null;
  const row = await templateLoader.load(ctx, templateId);
  return row && toTemplate(row);
}

/** What a mutation answers with. */
export async function showTemplate(ctx: HubContext, templateId: Id): Promise<ReportTemplate> {
  const template = await findTemplate(ctx, templateId);
  if (template === null) throw templateError('TEMPLATE_NOT_FOUND', { templateId });
  return template;
}
