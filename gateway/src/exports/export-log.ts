import { DomainError, isErrorKind, type ReaderActor } from '@hub/core';

import type { CallSubgraph } from '../context';
import { exportError } from './exports.errors';

export interface ExportFacts {
  readonly documentId: string;
  readonly documentName: string;
  readonly format: 'CSV' | 'NDJSON';
  readonly variablesDigest: string;
}

export type ExportOutcome = 'COMPLETE' | 'CANCELLED' | 'FAILED';

/** Who exported what, kept by organization. */
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
    const request = { query, variables: { input }, operationName: null, kind: 'mutation' } as const;
    // Not the signal of the request: a client that leaves must not take its trace along.
    const signal = AbortSignal.timeout(CALL_MS);
    const { data, errors } = await call('organization', request, { actor, requestId, idempotencyKey: null, signal });
    const error = errors?.[0];
    if (!error) return Object.values(data ?? {})[0];
    const { code, reason } = error.extensions ?? {};
    if (isErrorKind(code) && typeof reason === 'string') throw new DomainError(code, reason, error.message);
    throw exportError('EXPORT_FAILED');
  };
  return {
    begin: async (actor, requestId, facts) => String(await tell(actor, requestId, BEGIN, facts)),
    async finish(actor, requestId, exportId, outcome, rowCount) {
      await tell(actor, requestId, FINISH, { exportId, outcome, rowCount });
    },
  };
}
