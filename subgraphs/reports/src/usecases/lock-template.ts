import type { Id, PersonActor } from '@hub/core';
import { assertVersion, type Transaction } from '@hub/persistence';

import type { TemplateEntity } from '../data/template.entity';
import { TemplateRepository } from '../data/template.repository';
import { assertInUse } from '../domain/template';
import { type TemplateVerb, templatePolicy } from '../domain/template.policy';

/** What every decision on a template names: which one, and the version of its row that was looked at. */
export interface TemplateDecision {
  readonly templateId: Id;
  readonly expectedVersion: number;
}

/** The template under lock, in use, and as it was looked at. Throws TEMPLATE_NOT_FOUND, STALE_VERSION or TEMPLATE_RETIRED. */
export async function lockTemplate(
  tx: Transaction,
  person: PersonActor,
  verb: TemplateVerb,
  { templateId, expectedVersion }: TemplateDecision,
): Promise<TemplateEntity> {
  const template = await new TemplateRepository(tx).lock(templateId);
  templatePolicy.assertMay(person, verb, template);
  assertVersion(template.version, expectedVersion);
  assertInUse(template);
  return template;
}
