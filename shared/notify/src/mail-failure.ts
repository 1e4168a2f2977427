import { type FailureCode, maskedDetail, type SendFailure } from './send-result';
import { isTlsFault } from './tls-fault';

/** What nodemailer adds to its errors. */
interface MailError extends Error {
  readonly code?: string;
  /** The command that was refused. */
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const BY_CODE: Readonly<Record<string, FailureCode>> = {
  EDNS: 'HOST_UNKNOWN',
  ETLS: 'TLS_REFUSED',
  EREQUIRETLS: 'TLS_REFUSED',
  ETIMEDOUT: 'TIMED_OUT',
  EAUTH: 'MAIL_SERVER_REFUSED',
};

/** Why a mail was not taken. */
export function mailFailure(error: unknown, timedOut: boolean): SendFailure {
  const { code, command, responseCode, response, message } = error as MailError;
  const detail = maskedDetail(response ?? message);
  if (timedOut) return { code: 'TIMED_OUT', detail: '' };
  if (responseCode !== undefined) return { code: refusal(command, responseCode), detail };
  if (isTlsFault(error)) return { code: 'TLS_REFUSED', detail };
  return { code: (code && BY_CODE[code]) || 'NETWORK_FAILED', detail };
}

/** What the server's number means depends on what it was asked: only some answers are about this mail. */
function refusal(command: string | undefined, responseCode: number): FailureCode {
  const isFinal = responseCode >= 500;
  if (command === 'RCPT TO') return isFinal ? 'MAILBOX_REFUSED' : 'MAIL_DEFERRED';
  if (command === 'DATA') return isFinal ? 'MAIL_REFUSED' : 'MAIL_DEFERRED';
  return 'MAIL_SERVER_REFUSED';
}
