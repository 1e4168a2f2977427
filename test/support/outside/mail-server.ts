import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly messageId: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly source: string;
}

/** How the server answers a recipient: takes it, or refuses with this number. */
export type Reception = (recipient: string) => number | null;

/** A real mail server in this process. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Every `RCPT TO`, taken or not. */
  readonly asked: string[] = [];
  reception: Reception = () => null;
  #held: (() => void)[] | null = null;
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        this.asked.push(address);
        const code = this.reception(address);
        const answer = () => done(code === null ? null : refusal(code, `<${address}> is not welcome now`));
        this.#held ? this.#held.push(answer) : answer();
      },
      onData: (stream, { envelope }, done) => {
        text(stream).then((source) => {
          const messageId = /^Message-ID:\s+<(.*)>\r$/im.exec(source)?.[1] ?? '';
          this.mails.push({ messageId, to: envelope.rcptTo.map(({ address }) => address), source });
          done();
        }, done);
      },
      ...options,
    });
    // Clients that leave in the middle are what some tests are about.
    this.#server.on('error', () => undefined);
  }

  static async listen(options: SMTPServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options);
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  forget(): void {
    this.mails.length = 0;
    this.asked.length = 0;
    this.reception = () => null;
  }

  /** Answers no recipient until it is told to. */
  hold(): void {
    this.#held = [];
  }

  /** Answers the one that was asked first. */
  releaseOne(): void {
    this.#held?.shift()?.();
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const answer of held) answer();
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

export function refusal(responseCode: number, said: string): Error {
  return Object.assign(new Error(said), { responseCode });
}
