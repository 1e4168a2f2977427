import { IN_COMMITTEE, narrowForServices, SqlMigration } from '@hub/persistence';

/** Under the reader's own row security. */
const OF_REPORTS_IN_SIGHT = `${IN_COMMITTEE} and template_id in (select r.template_id from reports.report r)`;

/**
 * Whoever may be asked sees what the committee asks with. A program with a service token finds the templates of the reports
 * that it may read, and no others.
 */
export class TemplatesForServices1763769600117 extends SqlMigration {
  protected statements(): string[] {
    return ['report_template', 'report_template_version'].map((table) =>
      narrowForServices('reports', table, OF_REPORTS_IN_SIGHT),
    );
  }
}
