import type { Id } from '@hub/core';
import { requirePerson, type UseCaseContext } from '@hub/persistence';

import { TemplateRepository } from '../data/template.repository';
import { assertChanged, templateContent } from '../domain/template';
import { templatePolicy } from '../domain/template.policy';
import type { TemplateField } from '../domain/template-field';
import { lockTemplate, type TemplateDecision } from './lock-template';
import { keysOf, versionOf } from './publish-report-template';

export interface ReviseReportTemplateInput extends TemplateDecision {
  readonly fields: readonly TemplateField[];
  readonly minutes: number;
  readonly note?: string | null;
}

/** 修订报送模板: the next version, for tasks that are opened from now on. Running ones go on with theirs. */
export async function reviseReportTemplate(ctx: UseCaseContext, input: ReviseReportTemplateInput): Promise<Id> {
  const person = requirePerson(ctx);
  templatePolicy.assertMay(person, 'revise', person);
  return ctx.command('reviseReportTemplate', input, async (tx) => {
    const template = await lockTemplate(tx, person, 'revise', input);
    const templates = new TemplateRepository(tx);
    const { templateId, currentNumber } = template;
    const content = templateContent(input, await templates.typesOfKeys(templateId));
    const before = await templates.currentVersion(template);
    assertChanged(before, content);
    const number = currentNumber + 1;
    await templates.insertVersion(versionOf(tx, person, templateId, number, content));
    await templates.update(template, { currentNumber: number });
    tx.audit({
      action: 'reviseReportTemplate',
      objectType: 'reportTemplate',
      objectId: templateId,
      before: { number: currentNumber, minutes: before.minutes, keys: keysOf(before) },
      after: { number, minutes: content.minutes, keys: keysOf(content) },
    });
    return templateId;
  });
}
