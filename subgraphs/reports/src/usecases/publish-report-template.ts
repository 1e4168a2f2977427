import type { Id, PersonActor } from '@hub/core';
import { requirePerson, type Transaction, type UseCaseContext } from '@hub/persistence';

import { TemplateRepository } from '../data/template.repository';
import type { ReportKind } from '../domain/report-kind';
import { type TemplateContent, templateContent, templateName } from '../domain/template';
import { templatePolicy } from '../domain/template.policy';
import type { TemplateField } from '../domain/template-field';

export interface PublishReportTemplateInput {
  readonly name: string;
  readonly kind: ReportKind;
  readonly signatureNeeded: boolean;
  readonly fields: readonly TemplateField[];
  /** 预计填报用时. */
  readonly minutes: number;
  readonly note?: string | null;
}

/** 发布报送模板: its first version. What is asked from then on is changed by the next version, never in place. */
export async function publishReportTemplate(ctx: UseCaseContext, input: PublishReportTemplateInput): Promise<Id> {
  const person = requirePerson(ctx);
  templatePolicy.assertMay(person, 'publish', person);
  const { kind, signatureNeeded } = input;
  const template = { name: templateName(input.name), kind, signatureNeeded };
  const content = templateContent(input);
  return ctx.command('publishReportTemplate', input, (tx) =>
    insertTemplate(tx, person, { ...template, templateId: ctx.ids.next(), content, action: 'publishReportTemplate' }),
  );
}

export interface NewTemplate {
  readonly templateId: Id;
  readonly name: string;
  readonly kind: ReportKind;
  readonly signatureNeeded: boolean;
  readonly content: TemplateContent;
  /** Under which name it stands in the trail. */
  readonly action: string;
}

/** Throws TEMPLATE_NAME_TAKEN. */
export async function insertTemplate(tx: Transaction, person: PersonActor, template: NewTemplate): Promise<Id> {
  const { committeeId, now } = tx;
  const { templateId, name, kind, signatureNeeded, content, action } = template;
  const templates = new TemplateRepository(tx);
  await templates.insert({
    committeeId,
    templateId,
    name,
    kind,
    signatureNeeded,
    currentNumber: 1,
    retiredAt: null,
    retireReason: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
  await templates.insertVersion(versionOf(tx, person, templateId, 1, content));
  const after = { name, kind, signatureNeeded, number: 1, minutes: content.minutes, keys: keysOf(content) };
  tx.audit({ action, objectType: 'reportTemplate', objectId: templateId, after });
  return templateId;
}

export const versionOf = (
  { committeeId, now }: Transaction,
  { accountId, displayName }: PersonActor,
  templateId: Id,
  number: number,
  content: TemplateContent,
) => ({
  committeeId,
  templateId,
  number,
  ...content,
  publishedAt: now,
  publishedByAccountId: accountId,
  publishedByName: displayName,
});

export const keysOf = ({ fields }: TemplateContent): string[] => fields.map(({ key }) => key);
