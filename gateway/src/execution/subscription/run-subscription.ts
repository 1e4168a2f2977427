import { setTimeout as pause } from 'node:timers/promises';
import type { RequestContext, SubgraphResponse, SubscribeSubgraph } from '../../context';
import { answerOperation, type OperationHost } from '../answer-operation';
import { internalError, subgraphUnavailable } from '../errors/execution-errors';
import type { StreamOptions } from '../executor.type';
import type { Variables } from '../operation/coerce-variables';
import type { PreparedOperation } from '../operation/prepare-operation';
import { NO_DATA, refusalBody, responseBody } from '../response-body';
import { readResponse } from '../steps/ask-subgraph';

export interface SubscriptionRun extends Pick<StreamOptions, 'renew'> {
  readonly context: RequestContext;
  readonly variables: Variables;
}

interface Host extends OperationHost {
  readonly subscribeSubgraph: SubscribeSubgraph;
  readonly resubscribeAfterMs: readonly number[];
}

/**
 * One answer for each event of the source. The next event is not asked for before the last answer was taken, so a slow
 * client slows its own source and nothing piles up here.
 *
 * A source that is lost is told as an error, since events may have been missed; then it is asked again, so that a
 * restart of its subgraph ends no stream.
 */
export async function* runSubscription(
  prepared: PreparedOperation,
  { context, variables, renew }: SubscriptionRun,
  host: Host,
): AsyncGenerator<string, void, undefined> {
  const { signal, requestId } = context;
  const [stage] = prepared.stages;
  // Nothing is left of it: @skip took the only field.
  if (!stage?.source) return;
  const { subgraph } = stage.source;
  const request = stage.source.request(variables);
  let losses = 0;
  for (;;) {
    const asking = await renew('SOURCE');
    if (asking === null) return;
    try {
      for await (const told of host.subscribeSubgraph(subgraph, request, { ...asking, signal })) {
        const event = readResponse(subgraph, told);
        const now = signal.aborted ? null : await renew('EVENT');
        if (now === null) return;
        losses = 0;
        yield await answerEvent(prepared, event, now, variables, host);
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      host.onInternalError(error, context);
    }
    // Said once, however often it is asked in vain.
    if (losses === 0) yield refusalBody([subgraphUnavailable(subgraph)], requestId);
    const pauseMs = host.resubscribeAfterMs[losses];
    if (pauseMs === undefined) return;
    losses += 1;
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

async function answerEvent(
  prepared: PreparedOperation,
  event: SubgraphResponse,
  context: RequestContext,
  variables: Variables,
  host: OperationHost,
): Promise<string> {
  try {
    return String((await answerOperation(prepared, { context, variables, event }, host)).body);
  } catch (error) {
    host.onInternalError(error, context);
    return String(responseBody(NO_DATA, [internalError()], context.requestId));
  }
}
