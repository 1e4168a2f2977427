import { createTransport, type Transporter } from 'nodemailer';

import { isMailAddress } from './mail-address';
import { mailFailure } from './mail-failure';
import type { OutsideChannel } from './outside-channel';
import type { OutsideMessage } from './outside-message';
import type { SendResult } from './send-result';

export interface EmailOptions {
  /** `smtp://` takes encryption where it is offered, `smtps://` begins with it; with user and password where needed. */
  readonly url: string;
  /** The mailbox of the hub. */
  readonly from: string;
  /** From opening the connection to the server's last word. */
  readonly timeoutMs: number;
}

const SENDER_NAME = '机关党建工作平台';

/** E-mail: plain text, one recipient each. Every mail has a connection of its own, so that none waits behind another. */
export class EmailChannel implements OutsideChannel {
  readonly name = 'EMAIL';
  readonly #transport: Transporter;

  constructor(private readonly options: EmailOptions) {
    this.#transport = createTransport({ url: options.url, disableFileAccess: true, disableUrlAccess: true });
  }

  addressFault(address: string) {
    return isMailAddress(address) ? null : ('ADDRESS_INVALID' as const);
  }

  async send({ messageId, recipient, subject, text, urgent }: OutsideMessage): Promise<SendResult> {
    const code = this.addressFault(recipient.address);
    if (code) return { code, detail: '' };
    const { from, timeoutMs } = this.options;
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      await this.#transport.sendMail({
        messageId: `<${messageId}@${domainOf(from)}>`,
        // Given apart, so that no header is read for addresses.
        envelope: { from, to: [recipient.address] },
        from: { name: SENDER_NAME, address: from },
        to: { name: '', address: recipient.address },
        subject,
        text,
        textEncoding: 'base64',
        priority: urgent ? 'high' : 'normal',
        // Holiday notices and the like are not to answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: deadline,
      });
      return null;
    } catch (error) {
      return mailFailure(error, deadline.aborted);
    }
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
