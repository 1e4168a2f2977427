import { createFileDeps, type FileDeps } from '@hub/files';

/** The tools the use cases of this subgraph need besides the database. */
export type DispatchDeps = FileDeps;

export const createDispatchDeps = createFileDeps('dispatch');
