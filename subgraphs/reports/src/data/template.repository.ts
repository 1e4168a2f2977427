import type { Id } from '@hub/core';
import { isUniqueViolation, type Transaction } from '@hub/persistence';

import { templateError } from '../domain/template.errors';
import type { FieldType } from '../domain/template-field';
import { TemplateEntity } from './template.entity';
import { TemplateVersionEntity } from './template-version.entity';

export class TemplateRepository {
  constructor(private readonly tx: Transaction) {}

  /** Throws TEMPLATE_NOT_FOUND. */
  async lock(templateId: Id): Promise<TemplateEntity> {
    const { committeeId } = this.tx;
    const template = await this.tx.manager.findOne(TemplateEntity, {
      where: { committeeId, templateId },
      lock: { mode: 'pessimistic_write' },
    });
    if (template === null) throw templateError('TEMPLATE_NOT_FOUND', { templateId });
    return template;
  }

  /** Throws TEMPLATE_NAME_TAKEN. */
  async insert(template: TemplateEntity): Promise<void> {
    try {
      await this.tx.manager.insert(TemplateEntity, template);
    } catch (error) {
      if (isUniqueViolation(error, 'report_template_name')) {
        throw templateError('TEMPLATE_NAME_TAKEN', { name: template.name });
      }
      throw error;
    }
  }

  /** Writes a change of a locked template as its next version of the row. */
  async update(template: TemplateEntity, change: Partial<TemplateEntity>): Promise<void> {
    const { committeeId, templateId, version } = template;
    const next = { ...change, version: version + 1, updatedAt: this.tx.now };
    await this.tx.manager.update(TemplateEntity, { committeeId, templateId }, next);
  }

  async insertVersion(version: TemplateVersionEntity): Promise<void> {
    await this.tx.manager.insert(TemplateVersionEntity, version);
  }

  /** The version in use. Under the lock of the template. */
  async currentVersion({ committeeId, templateId, currentNumber }: TemplateEntity): Promise<TemplateVersionEntity> {
    const number = currentNumber;
    return this.tx.manager.findOneByOrFail(TemplateVersionEntity, { committeeId, templateId, number });
  }

  /** Every key that some version had, with its type: columns of one name hold one kind of thing in all years. */
  async typesOfKeys(templateId: Id): Promise<ReadonlyMap<string, FieldType>> {
    const rows = await this.tx.query<{ key: string; type: FieldType }>(
      `select distinct f->>'key' as key, f->>'type' as type
       from reports.report_template_version v, jsonb_array_elements(v.fields) as f
       where v.committee_id = $1 and v.template_id = $2`,
      [this.tx.committeeId, templateId],
    );
    return new Map(rows.map(({ key, type }) => [key, type]));
  }
}
