import type { OutsideChannelName, PersonActor } from '@hub/core';
import { deliverNotices } from '@hub/organization';

import { unitLogin } from '../../../infra/seed/organization';
import { jobRun, SEED_MORNING } from '../../support';
import { MailServer } from '../../support/outside/mail-server';
import { WebhookReceiver } from '../../support/outside/webhook-receiver';
import { createNoticeWorld, type NoticeWorld, reminder } from './notice-world';
import { signedIn } from './sessions';

export interface DeliveryRow {
  readonly state: string;
  readonly attempts: number;
  readonly interruptions: number;
  readonly leaseUntil: Date | null;
  readonly notBefore: Date;
  readonly sentAt: Date | null;
  readonly messageId: string;
  readonly lastError: string | null;
}

export interface LaneState {
  readonly lane: string;
  readonly failures: number;
  readonly closedUntil: Date | null;
}

/** A world whose notices leave it, to a mail server and a receiver of webhooks in this process. */
export interface OutsideWorld extends NoticeWorld {
  readonly mail: MailServer;
  readonly hooks: WebhookReceiver;
  /** The clerk of the unit at that place of the protocol order. */
  clerkAt(protocolOrder: number): Promise<PersonActor>;
  /** Switches a channel on, as the person does it. */
  wants(person: PersonActor, channel: OutsideChannelName, address: string, more?: object): Promise<void>;
  /** One notice to the desk of the person's unit; answers its id. */
  tell(person: PersonActor, change?: Parameters<NoticeWorld['notify']>[1]): Promise<string>;
  /** Many notices at once. */
  tellMany(person: PersonActor, count: number): Promise<void>;
  /** Does the job that sends. */
  send(): Promise<void>;
  delivery(noticeId: string, channel?: OutsideChannelName): Promise<DeliveryRow>;
  lanes(): Promise<LaneState[]>;
  /** As if nothing had ever been told, at the hour at which the world began. */
  reset(): Promise<void>;
  closeAll(): Promise<void>;
}

const SECRET = 'a-secret-of-twenty-24chr';

const SET = `mutation ($input: SetNoticePreferenceInput!) {
  setNoticePreference(input: $input) { channel isAvailable enabled }
}`;

export async function createOutsideWorld(timeoutMs = 30_000): Promise<OutsideWorld> {
  const [mail, hooks] = await Promise.all([MailServer.listen(), WebhookReceiver.listen()]);
  const o = await createNoticeWorld({
    outside: {
      email: { url: mail.url, from: 'hub@gw.example.cn' },
      webhooks: { hosts: [], networks: [], allowLoopback: true },
      timeoutMs,
    },
  });
  const { clock, ids } = o.world;
  return {
    ...o,
    mail,
    hooks,
    clerkAt: async (protocolOrder) => (await signedIn(o, unitLogin(protocolOrder))).actor,
    wants: async (person, channel, address, more = {}) => {
      const [row] = await o.rows<{ version: number }>(
        'select version from organization.notice_preference where account_id = $1 and channel = $2',
        [person.accountId, channel],
      );
      const secret = channel === 'WEBHOOK' ? { secret: SECRET } : {};
      const input = { channel, address, enabled: true, quietHours: null, expectedVersion: row?.version ?? 0 };
      await o.ask(person, SET, { input: { ...input, ...secret, ...more } });
    },
    tell: async ({ organizationId }, change) =>
      (await o.notify([{ to: 'UNIT_DESK', organizationId }], change)).noticeId,
    tellMany: async ({ organizationId }, count) => {
      const addressees = [{ to: 'UNIT_DESK', organizationId } as const];
      const notices = Array.from({ length: count }, () => reminder(o, { addressees }));
      const actor = { side: 'system', committeeId: o.committeeId, name: 'notices' } as const;
      await deliverNotices(o.world.context('organization', actor), notices);
    },
    send: async () => {
      const job = o.world.subgraph('organization').jobs.find(({ name }) => name === 'send-outside');
      await job?.run({ committeeId: o.committeeId }, jobRun(`so-${ids.next()}`, clock.now()));
    },
    delivery: async (noticeId, channel = 'EMAIL') => {
      const [row] = await o.rows<DeliveryRow>(
        `select state, attempts, interruptions, lease_until as "leaseUntil", not_before as "notBefore",
                sent_at as "sentAt", message_id as "messageId", last_error as "lastError"
         from organization.notice_delivery where notice_id = $1 and channel = $2`,
        [noticeId, channel],
      );
      if (!row) throw new Error(`nothing was lined up for ${noticeId} by ${channel}`);
      return row;
    },
    lanes: () =>
      o.rows<LaneState>(
        'select lane, failures, closed_until as "closedUntil" from organization.outside_lane order by 1',
      ),
    reset: async () => {
      await o.rows(
        `truncate organization.notice, organization.inbox_notice, organization.notice_subject,
           organization.notice_delivery, organization.notice_preference, organization.outside_lane`,
      );
      clock.set(SEED_MORNING);
      mail.forget();
      hooks.forget();
      o.askedFor.length = 0;
    },
    closeAll: async () => {
      await Promise.all([mail.close(), hooks.close()]);
      await o.world.close();
    },
  };
}
