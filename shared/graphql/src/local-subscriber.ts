import { type Actor, DomainError, isPerson } from '@hub/core';
import { type Caller, type Signals, sessionsChanged } from '@hub/runtime';
import { createSourceEventStream, type DocumentNode, execute, GraphQLError } from 'graphql';

import { checkDocument } from './check-document';
import { formatError } from './errors';
import { HubContext } from './hub-context';
import type { LocalRequest, LocalResponse, SubgraphHost } from './local-executor';

/**
 * The answers of a subscription, one for each event; a refusal is the only answer of a stream that ends with it. The
 * signal ends the stream. An event that is null for this actor is not told.
 */
export type LocalSubscriber = (
  request: LocalRequest,
  caller: Caller,
  signal: AbortSignal,
) => AsyncGenerator<LocalResponse, void, undefined>;

/** Runs subscriptions of one subgraph in this process. */
export function createLocalSubscriber(host: SubgraphHost, signals: Signals): LocalSubscriber {
  const { schema, reportFault } = host;

  return async function* subscribe(request, caller, signal) {
    const format = (errors: readonly GraphQLError[]) =>
      errors.map((error) => formatError(error, caller.requestId, reportFault));
    const document = checkDocument(schema, request.query);
    if (!('kind' in document)) return yield { errors: format(document) };
    const ended = new AbortController();
    const end = () => ended.abort();
    let sessionEnded = false;
    const stopListening = listenToSession(caller.actor, signals, () => {
      sessionEnded = true;
      end();
    });
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      const source = await openSource(host, { signals, ended: ended.signal }, document, request, caller);
      if (!(Symbol.asyncIterator in source)) return yield { errors: format(source.errors ?? []) };
      for await (const event of source) {
        const answer = await answerEvent(host, document, request, caller, event);
        if (ended.signal.aborted) break;
        if (answer.errors || !isNothing(answer.data)) {
          yield { data: answer.data, ...(answer.errors ? { errors: format(answer.errors) } : {}) };
        }
      }
      // Whichever hears of it first, the gateway or its subgraph: the client is told why.
      if (sessionEnded) yield { errors: format([SESSION_ENDED]) };
    } catch (error) {
      // The source itself failed, and not the answer to one of its events.
      yield { errors: format([new GraphQLError('subscription failed', { originalError: error as Error })]) };
    } finally {
      signal.removeEventListener('abort', end);
      stopListening();
      end();
    }
  };
}

async function openSource(
  { schema, reportFault: _, ...host }: SubgraphHost,
  subscription: { readonly signals: Signals; readonly ended: AbortSignal },
  document: DocumentNode,
  request: LocalRequest,
  caller: Caller,
) {
  const { variables, operationName } = request;
  const contextValue = await HubContext.open({ ...host, ...caller, subscription }, request);
  try {
    return await createSourceEventStream({ schema, document, variableValues: variables, operationName, contextValue });
  } finally {
    await contextValue.close();
  }
}

/** Each event has a context of its own: what the actor may see is asked anew, and nothing read before is trusted. */
async function answerEvent(
  { schema, reportFault: _, ...host }: SubgraphHost,
  document: DocumentNode,
  request: LocalRequest,
  caller: Caller,
  rootValue: unknown,
) {
  const { variables, operationName } = request;
  const contextValue = await HubContext.open({ ...host, ...caller }, request);
  try {
    return await execute({ schema, document, variableValues: variables, operationName, contextValue, rootValue });
  } finally {
    await contextValue.close();
  }
}

function isNothing(data: Readonly<Record<string, unknown>> | null | undefined): boolean {
  return data != null && Object.values(data).every((value) => value === null);
}

const SESSION_ENDED = new GraphQLError('the session ended', {
  originalError: new DomainError('UNAUTHENTICATED', 'SESSION_ENDED', '登录已结束，请重新登录。'),
});

/** A stream must not outlive the session it was opened under. Gateways end it too. */
function listenToSession(actor: Actor | null, signals: Signals, onEnd: () => void): () => void {
  if (actor === null || !isPerson(actor)) return () => undefined;
  const session = `${actor.committeeId}.${actor.sessionId}`;
  return signals.listen(sessionsChanged, {
    onSignal: ({ sessions }) => {
      if (sessions.includes(session)) onEnd();
    },
    // Gateways ask again after a gap; a subgraph has no sessions to look at.
    onGap: () => undefined,
  });
}
