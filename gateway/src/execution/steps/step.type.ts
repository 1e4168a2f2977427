import type { CallSubgraph, RequestContext, SubgraphResponse } from '../../context';
import type { FieldErrors } from '../errors/field-errors';
import type { DataObject } from '../json-data';
import type { BatchesTogether } from './entity-batch';

/** One execution of one operation, or of one root field of a mutation. */
export interface Run {
  readonly context: RequestContext;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Everything fetched so far, merged; steps write into it. */
  readonly data: DataObject;
  /** What the source of a subscription told of this event. */
  readonly event?: SubgraphResponse;
  readonly errors: FieldErrors;
  readonly callSubgraph: CallSubgraph;
  readonly onInternalError: (error: unknown, context: RequestContext) => void;
}

/**
 * A compiled node of a query plan. It never rejects: what fails becomes an error of the run. What is known together with
 * steps that begin at the same moment holds until its first pause.
 */
export type Step = (run: Run, together?: BatchesTogether) => Promise<void>;
