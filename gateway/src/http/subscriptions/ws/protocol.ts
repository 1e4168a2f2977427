import { isObject } from '../../../execution/json-data';

/** The sub-protocol of https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export const SUBPROTOCOL = 'graphql-transport-ws';

/** Why a WebSocket is closed: codes of the protocol (44xx) and of RFC 6455. */
export const CLOSE = {
  INVALID_MESSAGE: 4400,
  UNAUTHORIZED: 4401,
  FORBIDDEN: 4403,
  SUBPROTOCOL_NOT_ACCEPTABLE: 4406,
  INIT_TIMEOUT: 4408,
  SUBSCRIBER_EXISTS: 4409,
  TOO_MANY_INIT: 4429,
  INTERNAL_ERROR: 1011,
  RESTART: 1012,
  TRY_AGAIN_LATER: 1013,
} as const;

type Json = Readonly<Record<string, unknown>>;

export type ClientMessage =
  | { readonly type: 'connection_init' | 'ping' | 'pong'; readonly payload: Json | undefined }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: Json }
  | { readonly type: 'complete'; readonly id: string };

const MAX_ID_LENGTH = 128;

/** Null for what is no message of a client. */
export function readMessage(text: string): ClientMessage | null {
  const message = parse(text);
  if (!isObject(message)) return null;
  const { type, id, payload } = message;
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return payload == null || isObject(payload) ? { type, payload: payload ?? undefined } : null;
    case 'subscribe':
      return isOperationId(id) && isObject(payload) ? { type, id, payload } : null;
    case 'complete':
      return isOperationId(id) ? { type, id } : null;
    default:
      return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isOperationId = (id: unknown): id is string =>
  typeof id === 'string' && id.length > 0 && id.length <= MAX_ID_LENGTH;
