import { type Decisions, decidedBy } from '@hub/graphql';

import { reportPolicy } from '../domain/report.policy';
import { agenda } from './agenda';

export const reportsDecisions: Decisions = {
  signedIn: ['PageInfo', 'Unit'],
  policies: {
    deadline: agenda.decisions,
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
      read: ['Query.reportTasks', 'ReportTask', 'ReportTaskConnection', 'Report', 'ReportFile'],
    }),
  },
};
