import type { Id, IdFactory, ImportProblem, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import type { ReportVisibility } from './report.entity';
import type { OpenImport } from './report-import.read-model';

export interface NewImport {
  readonly importId: Id;
  readonly taskId: Id;
  readonly templateVersion: number;
  readonly fileName: string;
  readonly visibility: ReportVisibility;
}

export interface ImportCounts {
  readonly saved: number;
  readonly unchanged: number;
  readonly refused: number;
}

export class ReportImportRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(
    { importId, taskId, templateVersion, fileName, visibility }: NewImport,
    person: PersonActor,
  ): Promise<void> {
    await this.tx.query(
      `insert into reports.report_import (committee_id, import_id, task_id, unit_id, template_version, file_name,
         visibility, started_at, started_by_account_id, started_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        this.tx.committeeId,
        importId,
        taskId,
        person.unitId,
        templateVersion,
        fileName,
        visibility,
        this.tx.now,
        person.accountId,
        person.displayName,
      ],
    );
  }

  /** False for one that ended meanwhile. */
  async count({ importId }: OpenImport, { saved, unchanged, refused }: ImportCounts): Promise<boolean> {
    const changed = await this.tx.execute(
      `update reports.report_import set records = records + $3 + $4 + $5, saved = saved + $3,
         unchanged = unchanged + $4, refused = refused + $5
       where committee_id = $1 and import_id = $2 and finished_at is null`,
      [this.tx.committeeId, importId, saved, unchanged, refused],
    );
    return changed === 1;
  }

  async addProblems(
    { importId, unitId, visibility }: OpenImport,
    problems: readonly ImportProblem[],
    ids: IdFactory,
  ): Promise<void> {
    if (problems.length === 0) return;
    await this.tx.query(
      `insert into reports.report_import_problem (committee_id, import_id, problem_id, unit_id, visibility, sheet_name, row_number,
         label, reason, message)
       select $1, $2, p."id", $3, $5, p."sheetName", p."rowNumber", p.label, p.reason, p.message
       from jsonb_to_recordset($4::jsonb) as p("id" uuid, "sheetName" text, "rowNumber" int, label text, reason text,
         message text)`,
      [
        this.tx.committeeId,
        importId,
        unitId,
        JSON.stringify(problems.map((problem) => ({ ...problem, id: ids.next() }))),
        visibility,
      ],
    );
  }

  /** False for one that ended meanwhile. */
  async finish({ importId }: OpenImport): Promise<boolean> {
    const changed = await this.tx.execute(
      'update reports.report_import set finished_at = $3 where committee_id = $1 and import_id = $2 and finished_at is null',
      [this.tx.committeeId, importId, this.tx.now],
    );
    return changed === 1;
  }
}
