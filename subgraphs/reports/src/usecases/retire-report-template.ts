import type { Id } from '@hub/core';
import { requirePerson, type UseCaseContext } from '@hub/persistence';

import { TemplateRepository } from '../data/template.repository';
import { retireReason } from '../domain/template';
import { templatePolicy } from '../domain/template.policy';
import { lockTemplate, type TemplateDecision } from './lock-template';

export interface RetireReportTemplateInput extends TemplateDecision {
  readonly reason: string;
}

/** 停用报送模板: no task is opened with it any more; those that run are finished with it. */
export async function retireReportTemplate(ctx: UseCaseContext, input: RetireReportTemplateInput): Promise<Id> {
  const person = requirePerson(ctx);
  templatePolicy.assertMay(person, 'retire', person);
  const reason = retireReason(input.reason);
  return ctx.command('retireReportTemplate', input, async (tx) => {
    const template = await lockTemplate(tx, person, 'retire', input);
    const { templateId } = template;
    await new TemplateRepository(tx).update(template, { retiredAt: tx.now, retireReason: reason });
    const after = { retireReason: reason };
    tx.audit({ action: 'retireReportTemplate', objectType: 'reportTemplate', objectId: templateId, after });
    return templateId;
  });
}
