import { type Decisions, decidedBy, trailDecisions } from '@hub/graphql';

import { reportPolicy } from '../domain/report.policy';
import { reportTaskPolicy } from '../domain/report-task.policy';
import { templatePolicy } from '../domain/template.policy';
import { agenda } from './agenda';

/** What the gateway asks for workbooks that go out. */
const WORKBOOKS = [
  'Query.workbookPlan',
  'Query.workbookPage',
  'WorkbookPlanType',
  'WorkbookSheetPlan',
  'WorkbookColumn',
  'WorkbookPageType',
];
/** The same for papers. */
const PAPERS = ['Query.paperPage', 'PaperPageType'];
/** Workbooks that come back are drafts, saved many at a time. */
const IMPORTS = [
  'Mutation.beginReportImport',
  'Mutation.importReportRecords',
  'Mutation.finishReportImport',
  'Query.reportImport',
  'ReportImport',
  'ReportImportProblem',
];

export const reportsDecisions: Decisions = {
  signedIn: ['Document', 'Organization', 'PageInfo', 'Unit'],
  policies: {
    deadline: agenda.decisions,
    trail: trailDecisions(),
    template: decidedBy(templatePolicy, {
      publish: ['Mutation.publishReportTemplate', 'Mutation.adoptStarterTemplates'],
      revise: ['Mutation.reviseReportTemplate'],
      retire: ['Mutation.retireReportTemplate'],
      read: [
        'Query.reportTemplates',
        'Query.reportTemplate',
        'Query.reportFacts',
        'ReportFact',
        'ReportTemplate',
        'ReportTemplateConnection',
        'ReportTemplateVersion',
        'ReportTemplateField',
        'ReportTemplateColumn',
      ],
    }),
    task: decidedBy(reportTaskPolicy, {
      previewTask: ['Query.previewReportTask', 'ReportTaskPreview', 'AskedOrganizationType', 'ReportDoubleDemand'],
      openTask: ['Mutation.openReportTask'],
      pauseTask: ['Mutation.pauseReportTask'],
      resumeTask: ['Mutation.resumeReportTask'],
      closeTask: ['Mutation.closeReportTask'],
      moveDue: ['Mutation.moveReportTaskDue'],
      extendReport: ['Mutation.extendReport'],
    }),
    report: decidedBy(reportPolicy, {
      start: ['Mutation.startReport'],
      save: ['Mutation.saveReport', 'Mutation.recordAttachment', 'Mutation.removeReportFile', ...IMPORTS],
      sendForReview: ['Mutation.sendReportForReview'],
      sendBack: ['Mutation.sendReportBack'],
      sign: ['Mutation.signReport'],
      submit: ['Mutation.submitReport'],
      returnReport: ['Mutation.returnReport'],
      accept: ['Mutation.acceptReport'],
      commend: ['Mutation.commendReport'],
      adopt: ['Mutation.adoptReport', 'Mutation.revokeAdoption'],
      publish: ['Mutation.publishReport', 'Mutation.withdrawPublication'],
      download: ['Query.reportFileDownload', 'Query.authorizeDownload', 'DownloadLinkType', 'DownloadGrantType'],
      readPublished: ['Query.reportPublications', 'ReportPublication', 'ReportPublicationConnection'],
      readProgress: [
        'Query.reportProgress',
        'ReportProgress',
        'ReportProgressCount',
        'ReportProgressGroup',
        'Query.reportAggregates',
        'ReportAggregates',
        'ReportAggregateRow',
        'Query.reportFigures',
        'ReportFigureConnection',
        'ReportFigure',
      ],
      read: [
        ...WORKBOOKS,
        ...PAPERS,
        'Query.report',
        'Query.reports',
        'ReportConnection',
        'Query.reportRows',
        'ReportRow',
        'ReportRowConnection',
        'Query.reportValueRows',
        'ReportValueRow',
        'ReportValueRowConnection',
        'Query.adoptionRows',
        'AdoptionRow',
        'Query.searchReports',
        'ReportHits',
        'ReportHit',
        'Query.reportTask',
        'Query.reportTasks',
        'ReportTask',
        'ReportTaskConnection',
        'Report',
        'ReportFile',
        'ReportVersion',
        'ReportReturn',
        'ReportFieldMark',
        'ReportAdoption',
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
