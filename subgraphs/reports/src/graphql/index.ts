import { defineLoader, type GraphqlDefinition } from '@hub/graphql';

import { reportsById } from '../data/report.read-model';
import { reportTasksById } from '../data/report-task.read-model';
import { agenda } from './agenda';
import { reportsDecisions } from './decisions';
import { Report, toReport } from './report.type';
import { ReportTaskResolver } from './report-task.resolver';

const taskLoader = defineLoader(reportTasksById);
const reportLoader = defineLoader(reportsById);

export const reportsGraphql: GraphqlDefinition = {
  resolvers: [ReportTaskResolver, ...agenda.resolvers],
  orphanedTypes: [Report, agenda.type],
  decisions: reportsDecisions,
  wholeReferences: { Agenda: agenda.reference },
  references: {
    ReportTask: ({ id }, ctx) => taskLoader.load(ctx, id),
    Report: async ({ id }, ctx) => {
      const row = await reportLoader.load(ctx, id);
      return row && toReport(row);
    },
  },
};
