import type { ReaderActor } from '@hub/core';

import type { CallSubgraph, SubgraphError } from '../context';
import { ownCall, refusalOf } from '../own-call';
import { exportError } from './exports.errors';

export type ExportFormat = 'CSV' | 'NDJSON' | 'XLSX' | 'DOCX';

export interface ExportFacts {
  /** The trusted document whose rows leave, or where the file stands that leaves: `report-tasks/<id>`. */
  readonly documentId: string;
  readonly documentName: string;
  readonly format: ExportFormat;
  readonly variablesDigest: string;
  /** Whether it has more rows than a person may take alone: then it uses what a second person agreed to. */
  readonly isBulk: boolean;
}

export type ExportOutcome = 'COMPLETE' | 'CANCELLED' | 'FAILED';

/** Who took what out of the hub as a file, kept by organization. */
export interface ExportLog {
  begin(actor: ReaderActor, requestId: string, facts: ExportFacts): Promise<string>;
  finish(
    actor: ReaderActor,
    requestId: string,
    exportId: string,
    outcome: ExportOutcome,
    rowCount: number,
  ): Promise<void>;
}

const BEGIN = 'mutation ($input: BeginExportInput!) { beginExport(input: $input) }';
const FINISH = 'mutation ($input: FinishExportInput!) { finishExport(input: $input) }';
const CALL_MS = 10_000;

export function subgraphExportLog(call: CallSubgraph): ExportLog {
  const tell = async (actor: ReaderActor, requestId: string, query: string, input: object): Promise<unknown> => {
    const asked = { kind: 'mutation', query, variables: { input }, requestId, actor, timeoutMs: CALL_MS } as const;
    const failureOf = (error: SubgraphError) => refusalOf(error) ?? exportError('EXPORT_FAILED');
    return Object.values(await ownCall(call, 'organization', asked, failureOf))[0];
  };
  return {
    begin: async (actor, requestId, facts) => String(await tell(actor, requestId, BEGIN, facts)),
    async finish(actor, requestId, exportId, outcome, rowCount) {
      await tell(actor, requestId, FINISH, { exportId, outcome, rowCount });
    },
  };
}
