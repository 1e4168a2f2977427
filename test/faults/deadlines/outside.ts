import type { OutsideChannelName } from '@hub/core';

import type { OrganizationContext } from '../../../subgraphs/organization/src/usecases/context';
import { setNoticePreference } from '../../../subgraphs/organization/src/usecases/set-notice-preference';
import { personActor, type TestDatabase, type TestWorld } from '../../support';
import { MailServer } from '../../support/outside/mail-server';
import { answerOk, WebhookReceiver } from '../../support/outside/webhook-receiver';
import type { Committee } from './committee';

/** Of so many people at their desks one wants mail, and one has a program told. */
const MAIL_OF = 4;
const HOOK_OF = 5;
/** One of so many attempts is refused for now. */
const REFUSED = 7;

const SECRET = 'a-secret-of-twenty-24chr';

/** Where messages leave the hub to: servers of the run, which refuse some of them at first. */
export class Outside {
  /** What was taken, by its message id; how often. */
  readonly taken = new Map<string, number>();
  #asked = 0;

  private constructor(
    private readonly mail: MailServer,
    private readonly hooks: WebhookReceiver,
  ) {}

  static async open(): Promise<Outside> {
    const outside = new Outside(await MailServer.listen(), await WebhookReceiver.listen());
    outside.mail.reception = () => (outside.#refuses() ? 451 : null);
    return outside;
  }

  get smtpUrl(): string {
    return this.mail.url;
  }

  /** People say through what they want to be told as well, as they do it: each for himself. */
  async subscribe(world: TestWorld, { office, persons }: Committee): Promise<void> {
    for (const [index, accountId] of [...persons.desk.values()].entries()) {
      const want = async (channel: OutsideChannelName, address: string, more: object = {}): Promise<void> => {
        const actor = personActor('UNIT_CLERK', { committeeId: office.committeeId, accountId });
        const ctx = world.context('organization', actor) as OrganizationContext;
        const always = { enabled: true, quietHours: null, expectedVersion: 0 };
        await setNoticePreference(ctx, { channel, address, ...always, ...more });
      };
      if (index % MAIL_OF === 0) await want('EMAIL', `${accountId}@gw.example.cn`);
      if (index % HOOK_OF > 0) continue;
      await want('WEBHOOK', `${this.hooks.url}/${accountId}`, { secret: SECRET });
      this.hooks.answers.set(`/${accountId}`, (response, call) => {
        if (this.#refuses()) {
          response.writeHead(500).end();
          return;
        }
        this.#take(call.messageId);
        answerOk(response, call);
      });
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.mail.close(), this.hooks.close()]);
  }

  /** What became of what was to go out, against what arrived. */
  async findings(database: TestDatabase): Promise<OutsideFindings> {
    for (const { messageId } of this.mail.mails) this.#take(messageId.split('@')[0] ?? '');
    const rows = await deliveriesOf(database);
    const known = new Set(rows.map(({ messageId }) => messageId));
    const of = (row: Delivery): number => this.taken.get(row.messageId) ?? 0;
    const name = (row: Delivery): string => `${JSON.stringify(row)} taken ${of(row)} times`;
    return {
      sent: rows.filter(({ state }) => state === 'SENT').length,
      repeated: rows.filter((row) => of(row) > 1).length,
      missing: [
        ...(await notLinedUp(database)),
        ...rows.filter((row) => (row.state === 'SENT' ? of(row) === 0 : !row.isDone)).map(name),
      ],
      unexplained: [
        ...rows.filter((row) => of(row) > 1 + row.interruptions || of(row) > row.attempts).map(name),
        ...[...this.taken.keys()].filter((messageId) => !known.has(messageId)),
      ],
    };
  }

  #refuses(): boolean {
    this.#asked += 1;
    return this.#asked % REFUSED === 0;
  }

  #take(messageId: string): void {
    this.taken.set(messageId, (this.taken.get(messageId) ?? 0) + 1);
  }
}

export interface OutsideFindings {
  readonly sent: number;
  /** Messages that arrived more than once. */
  readonly repeated: number;
  /** What was not lined up for somebody who wants it, or did not go out although the thing is still owed. */
  readonly missing: readonly string[];
  /** What arrived oftener than the row says that it was broken off, or is in no row. */
  readonly unexplained: readonly string[];
}

interface Delivery {
  readonly messageId: string;
  readonly state: string;
  readonly attempts: number;
  readonly interruptions: number;
  readonly isDone: boolean;
}

const deliveriesOf = (database: TestDatabase): Promise<Delivery[]> =>
  database.query<Delivery>(
    `select d.message_id as "messageId", d.state, d.attempts, d.interruptions, i.done_at is not null as "isDone"
     from organization.notice_delivery d
     join organization.inbox_notice i using (committee_id, notice_id, account_id)
     where d.channel <> 'IN_APP'`,
  );

async function notLinedUp(database: TestDatabase): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select i.notice_id || ' ' || p.channel as name
     from organization.inbox_notice i
     join organization.notice_preference p using (committee_id, account_id)
     join organization.notice_subject s using (committee_id, subject_id)
     where s.type in ('Receipt', 'Document') and not exists (
       select from organization.notice_delivery d
       where (d.notice_id, d.account_id, d.channel) = (i.notice_id, i.account_id, p.channel))`,
  );
  return rows.map(({ name }) => name);
}
