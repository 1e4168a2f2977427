import { type Decisions, decidedBy } from '@hub/graphql';

import { reportPolicy } from '../domain/report.policy';
import { templatePolicy } from '../domain/template.policy';
import { agenda } from './agenda';

export const reportsDecisions: Decisions = {
  signedIn: ['Document', 'Organization', 'PageInfo', 'Unit'],
  policies: {
    deadline: agenda.decisions,
    template: decidedBy(templatePolicy, {
      publish: ['Mutation.publishReportTemplate', 'Mutation.adoptStarterTemplates'],
      revise: ['Mutation.reviseReportTemplate'],
      retire: ['Mutation.retireReportTemplate'],
      read: [
        'Query.reportTemplates',
        'Query.reportTemplate',
        'ReportTemplate',
        'ReportTemplateConnection',
        'ReportTemplateVersion',
        'ReportTemplateField',
        'ReportTemplateColumn',
      ],
    }),
    report: decidedBy(reportPolicy, {
      start: [],
      save: ['Mutation.recordAttachment', 'Mutation.removeReportFile'],
      sendForReview: [],
      sendBack: [],
      sign: [],
      submit: [],
      returnReport: [],
      accept: [],
      commend: [],
      adopt: [],
      publish: [],
      download: ['Query.reportFileDownload', 'Query.authorizeDownload', 'DownloadLinkType', 'DownloadGrantType'],
      readPublished: [],
      read: [
        'Query.reportTasks',
        'ReportTask',
        'ReportTaskConnection',
        'Report',
        'ReportFile',
        'ReportField',
        'ReportFieldProblem',
        'ReportTableRow',
        'ReportCell',
        'Query.unitAsks',
        'UnitAsk',
        'UnitAskConnection',
        'Query.unitBurden',
        'Query.burdenTrend',
        'UnitBurden',
        'UnitBurdenConnection',
        'BurdenMonth',
        'BurdenAsk',
      ],
    }),
  },
};
