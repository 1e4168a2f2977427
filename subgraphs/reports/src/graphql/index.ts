import { keeperResolver } from '@hub/files';
import { defineLoader, type GraphqlDefinition } from '@hub/graphql';

import { reportTasksById } from '../data/report-task.read-model';
import { authorizeDownload } from '../usecases/download-report-file';
import { recordAttachment } from '../usecases/record-attachment';
import { agenda } from './agenda';
import { reportsDecisions } from './decisions';
import type { ReportsHubContext } from './hub-context';
import { PublicationResolver } from './publication.resolver';
import { findReport } from './report.loader';
import { ReportAskingResolver } from './report-asking.resolver';
import { ReportDetailResolver } from './report-detail.resolver';
import { ReportFieldFilesResolver, ReportFileResolver, reportFileLoader } from './report-file.resolver';
import { toReportFile } from './report-file.type';
import { ReportOfficeResolver } from './report-office.resolver';
import { ReportTaskResolver } from './report-task.resolver';
import { ReportUnitResolver } from './report-unit.resolver';
import { findTemplate } from './template.loader';
import { TemplateResolver } from './template.resolver';
import { UnitAskResolver } from './unit-ask.resolver';
import { UnitBurdenResolver } from './unit-burden.resolver';
import { WorkbookResolver } from './workbook.resolver';

const taskLoader = defineLoader(reportTasksById);

export const reportsGraphql: GraphqlDefinition = {
  resolvers: [
    TemplateResolver,
    ReportTaskResolver,
    ReportAskingResolver,
    UnitAskResolver,
    UnitBurdenResolver,
    ReportUnitResolver,
    ReportOfficeResolver,
    ReportDetailResolver,
    PublicationResolver,
    ReportFileResolver,
    ReportFieldFilesResolver,
    WorkbookResolver,
    keeperResolver({ recordAttachment, authorizeDownload }),
    ...agenda.resolvers,
  ],
  orphanedTypes: [agenda.type],
  decisions: reportsDecisions,
  wholeReferences: { Agenda: agenda.reference },
  references: {
    ReportTemplate: ({ id }, ctx) => findTemplate(ctx, id),
    ReportTask: ({ id }, ctx) => taskLoader.load(ctx, id),
    Report: ({ id }, ctx) => findReport(ctx as ReportsHubContext, id),
    ReportFile: async ({ id }, ctx) => {
      const row = await reportFileLoader.load(ctx, id);
      return row && toReportFile(row);
    },
  },
};
