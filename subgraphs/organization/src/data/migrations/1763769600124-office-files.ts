import { SqlMigration } from '@hub/persistence';

/** Workbooks and papers that leave the hub stand in the log of exports as rows do. */
export class OfficeFiles1763769600124 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table organization.export_log
         drop constraint export_log_format_check,
         add constraint export_log_format_check check (format in ('CSV', 'NDJSON', 'XLSX', 'DOCX'))`,
    ];
  }
}
