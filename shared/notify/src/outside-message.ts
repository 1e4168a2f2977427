import { localMinute } from '@hub/core';

/**
 * All that a message outside the hub may be made of: what the notice itself says for outside, and until when. There is
 * no field for a name, a title or a body of a paper.
 */
export interface OutsideFacts {
  /** Stays the same however often it is sent: receivers tell a repetition by it. */
  readonly messageId: string;
  readonly outsideText: string;
  readonly dueAt: Date | null;
  readonly urgent: boolean;
}

/** Where a message goes. */
export interface Recipient {
  /** In the terms of the channel: a mailbox, or the address of a webhook. */
  readonly address: string;
  /** What is agreed with a webhook to sign with. */
  readonly secret: string | null;
}

/** A message that may leave. Made by `compose` and in no other way: the type cannot be put together by hand. */
export class OutsideMessage {
  declare private readonly composed: never;

  private constructor(
    readonly messageId: string,
    readonly recipient: Recipient,
    readonly subject: string,
    readonly text: string,
    readonly urgent: boolean,
  ) {}

  static compose({ messageId, outsideText, dueAt, urgent }: OutsideFacts, recipient: Recipient): OutsideMessage {
    const lines = [
      oneLine(outsideText),
      ...(dueAt === null ? [] : [`办理期限：${localMinute(dueAt)}`]),
      '请登录机关党建工作平台查看。本消息由系统自动发送，请勿回复。',
    ];
    return new OutsideMessage(messageId, recipient, urgent ? '【特急】待办提醒' : '待办提醒', lines.join('\n'), urgent);
  }
}

/** Line ends and other control characters could become headers or lines of somebody else's. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
