import { isPerson, type ReaderActor } from '@hub/core';
import type { Logger } from '@hub/runtime';

import type { Exchange } from '../http/exchange';

/** Writes one line per request: ids and names only, never variables, tokens or document text. */
export function logRequest(logger: Logger, exchange: Exchange): void {
  const { request, response, requestId, notes } = exchange;
  const fields = {
    requestId,
    method: request.method,
    path: notes.route,
    status: response.headersSent ? response.statusCode : null,
    ms: Math.round((performance.now() - exchange.startedAt) * 10) / 10,
    ...(notes.operationName === null ? {} : { operationName: notes.operationName }),
    ...(notes.actor === null ? {} : actorIds(notes.actor)),
    ...(response.writableFinished ? {} : { aborted: true }),
    ...(notes.slowReader ? { slowReader: true } : {}),
  };
  if (response.statusCode >= 500) logger.warn(fields, 'request');
  else if (notes.probe) logger.debug(fields, 'request');
  else logger.info(fields, 'request');
}

function actorIds(actor: ReaderActor) {
  if (!isPerson(actor)) return { committeeId: actor.committeeId, serviceTokenId: actor.serviceTokenId };
  return { committeeId: actor.committeeId, accountId: actor.accountId, postId: actor.postId };
}
