/** How a failed attempt goes on, and whom it speaks against. */
interface Failure {
  /** Whether another attempt may succeed. */
  readonly retry: boolean;
  /** The lane is at fault, and not this one message: others on it would fare no better now. */
  readonly lane: boolean;
  /** For people who ask why it did not arrive. */
  readonly text: string;
}

/** Every way in which a message is not delivered. */
export const FAILURES = {
  /** No connection, or one that broke off. */
  NETWORK_FAILED: { retry: true, lane: true, text: '网络不通' },
  /** The whole call took too long, however busy it looked. */
  TIMED_OUT: { retry: true, lane: true, text: '对方超时未应答' },
  /** A name that does not resolve now; a resolver that is down looks the same. */
  HOST_UNKNOWN: { retry: true, lane: true, text: '主机名无法解析' },
  /** No trusted encryption: a wrong or expired certificate, or none. */
  TLS_REFUSED: { retry: true, lane: true, text: '加密连接不可信' },
  /** 5xx of a webhook. */
  SERVER_ERROR: { retry: true, lane: true, text: '对方服务出错' },
  /** 429. */
  TOO_MANY_REQUESTS: { retry: true, lane: true, text: '对方限制频率' },
  /** What a robot answers in place of 429: it has had enough, others on the same host have not. */
  ROBOT_BUSY: { retry: true, lane: false, text: '群机器人限制频率' },
  /** An answer that is too long or says nothing that the channel understands. */
  ANSWER_UNREADABLE: { retry: true, lane: true, text: '对方应答无法识别' },
  /** The mail server refuses us, whoever the mail is for: our login, our sender. */
  MAIL_SERVER_REFUSED: { retry: true, lane: true, text: '邮件服务器拒绝本系统' },
  /** SMTP 4xx about this mail: greylisting, a full mailbox. */
  MAIL_DEFERRED: { retry: true, lane: false, text: '收件方暂不接收' },
  /** SMTP 5xx about the recipient: no such mailbox. */
  MAILBOX_REFUSED: { retry: false, lane: false, text: '收件地址不存在或被拒收' },
  /** SMTP 5xx about the mail itself. */
  MAIL_REFUSED: { retry: false, lane: false, text: '邮件被拒收' },
  /** An address that is none, or has more in it than an address. */
  ADDRESS_INVALID: { retry: false, lane: false, text: '地址无效' },
  /** Kept under a key that this process does not have. */
  ADDRESS_UNREADABLE: { retry: true, lane: false, text: '地址无法解密' },
  /** A webhook that is signed, without anything to sign with. */
  SECRET_MISSING: { retry: false, lane: false, text: '缺少签名密钥' },
  /** Not on the list of hosts that webhooks may be sent to. */
  HOST_NOT_ALLOWED: { retry: false, lane: false, text: '主机不在允许名单内' },
  /** The name leads into a network that webhooks may not reach. */
  NETWORK_NOT_ALLOWED: { retry: false, lane: false, text: '地址位于不允许访问的网络' },
  /** 3xx: who is meant has moved; nobody is followed. */
  REDIRECTED: { retry: false, lane: false, text: '对方要求跳转，不予跟随' },
  /** 4xx of a webhook. */
  REQUEST_REFUSED: { retry: false, lane: false, text: '对方拒绝接收' },
  /** A robot's answer with an error code of its own: it is gone, or its signature differs. */
  ROBOT_REFUSED: { retry: false, lane: false, text: '群机器人拒绝接收' },
} as const satisfies Readonly<Record<string, Failure>>;

export type FailureCode = keyof typeof FAILURES;

export interface SendFailure {
  readonly code: FailureCode;
  /** What the other side said, short and masked; may be empty. */
  readonly detail: string;
  /** It asked for so much patience. */
  readonly retryAfterMs?: number;
}

/** What one attempt came to; null is the good news. */
export type SendResult = SendFailure | null;

const LONGEST_DETAIL = 120;

/** What another system said, fit to be kept and shown: one line, without addresses, links and long numbers. */
export function maskedDetail(said: string): string {
  const line = said
    .slice(0, 4_000)
    .replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '***')
    .replace(/[^\s@<>]+@[^\s@<>]+/g, '***')
    .replace(/[A-Za-z0-9_-]{20,}|\d{6,}/g, '***')
    .trim();
  return [...line].slice(0, LONGEST_DETAIL).join('');
}
