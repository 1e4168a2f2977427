import type { PersonActor } from '@hub/core';
import type { CallSubgraph } from '@hub/gateway';

import type { FieldValues } from '../../../subgraphs/reports/src/domain/field-value';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { personActor, plantedReport, someId, type TestWorld } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';

export interface AskedUnit {
  readonly unitId: string;
  readonly organizationId: string;
  readonly reportId: string;
}

/** A task that asks some units by these fields. */
export class WorkbookWorld {
  readonly committeeId = someId();
  readonly taskId = someId();
  readonly units: AskedUnit[] = [];

  private constructor(readonly world: TestWorld) {}

  /** One report for each number, of the unit with that number. */
  static async open(
    world: TestWorld,
    fields: readonly TemplateField[],
    unitNumbers: readonly number[],
  ): Promise<WorkbookWorld> {
    const opened = new WorkbookWorld(world);
    await opened.#plant(fields, unitNumbers);
    return opened;
  }

  async #plant(fields: readonly TemplateField[], unitNumbers: readonly number[]): Promise<void> {
    const { world, committeeId, taskId } = this;
    const sql = (text: string, parameters: readonly unknown[] = []) =>
      world.database.query(text, [committeeId, ...parameters]);
    const unitIds = unitNumbers.map(() => someId());
    for (const [index, number] of unitNumbers.entries()) {
      const unit = { unitId: unitIds[number] as string, organizationId: someId(), reportId: someId() };
      this.units.push(unit);
      if (index === 0) {
        for (const [text, ...parameters] of plantedReport(unit, { ...unit, taskId })) await sql(text, parameters);
      } else {
        await sql(
          `insert into reports.report (committee_id, report_id, task_id, kind, period_key, title, organization_id,
             organization_name, unit_id, nature, template_id, template_version, visibility, state, due_at, updated_at)
           select committee_id, $3, task_id, kind, period_key, title, $4, $6, $5, nature, template_id,
             template_version, visibility, state, due_at, updated_at
           from reports.report where committee_id = $1 and task_id = $2 limit 1`,
          [taskId, unit.reportId, unit.organizationId, unit.unitId, `第${index + 1}机关党委`],
        );
      }
      await tellOrganization(world, 'reports', { committeeId, ...unit });
    }
    await sql('update reports.report_template_version set fields = $2 where committee_id = $1', [
      JSON.stringify(fields),
    ]);
    await sql('update reports.report_template set signature_needed = false where committee_id = $1');
  }

  unit(index: number): AskedUnit {
    return this.units[index] as AskedUnit;
  }

  clerk = (index: number): PersonActor =>
    personActor('UNIT_CLERK', { committeeId: this.committeeId, ...this.unit(index) });
  office = (): PersonActor => personActor('OFFICE_CHECKER', { committeeId: this.committeeId });

  /** Words of a report, as its unit saved them. */
  async write(index: number, values: FieldValues): Promise<void> {
    const { reportId, unitId } = this.unit(index);
    await this.world.database.query(
      `insert into reports.report_version (committee_id, report_id, number, unit_id, visibility, "values", saved_at,
         saved_by_account_id, saved_by_name)
       values ($1, $2, 1, $3, 'COMMITTEE', $4, '2020-10-10', $3, '李四')`,
      [this.committeeId, reportId, unitId, JSON.stringify(values)],
    );
    await this.#set(index, 'content_number = 1, version = version + 1');
  }

  /** Handed in as it is. */
  handIn = (index: number, at: string) =>
    this.#set(
      index,
      `state = 'SUBMITTED', submitted_number = content_number, first_submitted_at = '${at}', submitted_at = '${at}'`,
    );

  #set(index: number, change: string) {
    const parameters = [this.committeeId, this.unit(index).reportId];
    return this.world.database.query(
      `update reports.report set ${change} where committee_id = $1 and report_id = $2`,
      parameters,
    );
  }

  /** How a gateway asks the subgraphs of this world. */
  call: CallSubgraph = async (subgraph, { query, variables }, { actor }) =>
    this.world.graphql(subgraph, actor, query, variables ?? {}) as ReturnType<CallSubgraph>;
}
