import { createFileDeps, type FileDeps } from '@hub/files';

/** The tools the use cases of this subgraph need besides the database. */
export type ReportsDeps = FileDeps;

export const createReportsDeps = createFileDeps('reports');
