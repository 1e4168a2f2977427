import { maskedDetail, type SendFailure, type SendResult } from '../send-result';
import { isTlsFault } from '../tls-fault';
import type { WebhookAnswer } from './post-webhook';

const LONGEST_PAUSE_MS = 24 * 3600_000;

/** What the status of an answer says; null when it says yes. */
export function statusFailure({ status, retryAfter, body }: WebhookAnswer, now: Date): SendResult {
  if (status >= 200 && status < 300) return null;
  const detail = maskedDetail(`HTTP ${status} ${body}`);
  const retryAfterMs = pauseOf(retryAfter, now);
  if (status === 429) return { code: 'TOO_MANY_REQUESTS', detail, retryAfterMs };
  if (status >= 500) return { code: 'SERVER_ERROR', detail, retryAfterMs };
  if (status === 408) return { code: 'TIMED_OUT', detail };
  return { code: status >= 300 && status < 400 ? 'REDIRECTED' : 'REQUEST_REFUSED', detail };
}

/** Why there is no answer. */
export function callFailure(error: unknown, timedOut: boolean): SendFailure {
  if (timedOut) return { code: 'TIMED_OUT', detail: '' };
  const { code = '', message } = error as NodeJS.ErrnoException;
  return { code: isTlsFault(error) ? 'TLS_REFUSED' : 'NETWORK_FAILED', detail: maskedDetail(code || message) };
}

/** Seconds, or a date (RFC 9110, 10.2.3); what is neither asks for nothing. */
function pauseOf(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_PAUSE_MS) : undefined;
}
