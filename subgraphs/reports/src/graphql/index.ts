import { keeperResolver } from '@hub/files';
import type { GraphqlDefinition } from '@hub/graphql';

import { authorizeDownload } from '../usecases/download-report-file';
import { recordAttachment } from '../usecases/record-attachment';
import { AdoptionRowsResolver } from './adoption-rows.resolver';
import { agenda } from './agenda';
import { reportsAuditTrail } from './audit-trail';
import { reportsDecisions } from './decisions';
import type { ReportsHubContext } from './hub-context';
import { PaperResolver } from './paper.resolver';
import { PublicationResolver } from './publication.resolver';
import { findReport } from './report.loader';
import { ReportResolver } from './report.resolver';
import { ReportAskingResolver } from './report-asking.resolver';
import { ReportDetailResolver } from './report-detail.resolver';
import { ReportDifferenceResolver } from './report-difference.resolver';
import { ReportFieldFilesResolver, ReportFileResolver, reportFileLoader } from './report-file.resolver';
import { toReportFile } from './report-file.type';
import { ReportOfficeResolver } from './report-office.resolver';
import { findPlan } from './report-plan.loader';
import { ReportPlanResolver, ReportTaskPlanResolver } from './report-plan.resolver';
import { ReportPlanningResolver } from './report-planning.resolver';
import { ReportProgressResolver } from './report-progress.resolver';
import { ReportRowResolver } from './report-row.resolver';
import { ReportSearchResolver } from './report-search.resolver';
import { findTask } from './report-task.loader';
import { ReportTaskResolver } from './report-task.resolver';
import { ReportUnitResolver } from './report-unit.resolver';
import { findTemplate } from './template.loader';
import { TemplateResolver } from './template.resolver';
import { UnitAskResolver } from './unit-ask.resolver';
import { UnitBurdenResolver } from './unit-burden.resolver';
import { WorkbookResolver } from './workbook.resolver';

export const reportsGraphql: GraphqlDefinition = {
  resolvers: [
    TemplateResolver,
    ReportResolver,
    ReportTaskResolver,
    ReportAskingResolver,
    ReportPlanResolver,
    ReportTaskPlanResolver,
    ReportPlanningResolver,
    ReportProgressResolver,
    ReportRowResolver,
    AdoptionRowsResolver,
    ReportSearchResolver,
    UnitAskResolver,
    UnitBurdenResolver,
    ReportUnitResolver,
    ReportOfficeResolver,
    ReportDetailResolver,
    ReportDifferenceResolver,
    PublicationResolver,
    ReportFileResolver,
    ReportFieldFilesResolver,
    WorkbookResolver,
    PaperResolver,
    keeperResolver({ recordAttachment, authorizeDownload }),
    reportsAuditTrail.resolver,
    ...agenda.resolvers,
  ],
  orphanedTypes: [reportsAuditTrail.type, agenda.type],
  decisions: reportsDecisions,
  wholeReferences: { AuditTrail: reportsAuditTrail.reference, Agenda: agenda.reference },
  references: {
    ReportTemplate: ({ id }, ctx) => findTemplate(ctx, id),
    ReportTask: ({ id }, ctx) => findTask(ctx, id),
    ReportPlan: ({ id }, ctx) => findPlan(ctx, id),
    Report: ({ id }, ctx) => findReport(ctx as ReportsHubContext, id),
    ReportFile: async ({ id }, ctx) => {
      const row = await reportFileLoader.load(ctx, id);
      return row && toReportFile(row);
    },
  },
};
