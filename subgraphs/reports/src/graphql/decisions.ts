import { type Decisions, decidedBy } from '@hub/graphql';

import { reportPolicy } from '../domain/report.policy';

export const reportsDecisions: Decisions = {
  signedIn: ['PageInfo', 'Unit'],
  policies: {
    report: decidedBy(reportPolicy, {
      read: ['Query.reportTasks', 'ReportTask', 'ReportTaskConnection', 'Report'],
    }),
  },
};
