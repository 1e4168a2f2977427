import type { EventPayload, noticeRequested } from '@hub/contracts';
import type { Id, OutsideChannelName } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { groupedBy } from '../data/keyed';
import { type HeldSubject, type InboxRow, NoticeRepository, type OutsideDelivery } from '../data/notice.repository';
import { type ChannelInUse, channelsInUse } from '../data/notice-preference.read-model';
import { type Recipient, recipientsOf } from '../data/recipient.read-model';
import { isSettled, subjectKey } from '../domain/notice';
import { noticeError } from '../domain/notice.errors';
import { remarkInstead } from '../domain/notice-addressee';
import { mayGoAt } from '../domain/outside-delivery';
import type { OrganizationContext } from './context';
import { tellNotices } from './tell-notices';

export type RequestedNotice = EventPayload<typeof noticeRequested>;

/** A notice that is told now: what was asked for, and what is known of its matter. */
interface Due {
  readonly notice: RequestedNotice;
  readonly subject: HeldSubject;
  /** When it was settled, where that was heard of first. */
  readonly settledAt: Date | null;
}

/**
 * Puts notices into the inboxes of whom they are for today, and lines up what goes out through the channels they want.
 * A notice that is there already is left as it is, so that a repeated event adds nothing. Answers how much now waits to
 * go out.
 */
export async function deliverNotices(ctx: OrganizationContext, notices: readonly RequestedNotice[]): Promise<number> {
  return ctx.transaction(async (tx) => {
    const repository = new NoticeRepository(tx);
    const due = await insertNew(ctx, repository, notices);
    if (due.size === 0) return 0;
    const recipients = await findRecipients(tx, due);
    await repository.insertInbox(recipients.map((recipient) => inboxRow(recipient, dueOf(due, recipient))));
    const channels = await channelsOf(tx, recipients, [...ctx.deps.outside.keys()]);
    const deliveries = recipients.flatMap((recipient) =>
      deliveriesOf(recipient, dueOf(due, recipient), channels, tx.now),
    );
    await repository.insertDeliveries(deliveries);
    tellNotices(tx, recipients);
    return deliveries.length;
  });
}

async function insertNew(
  ctx: OrganizationContext,
  repository: NoticeRepository,
  notices: readonly RequestedNotice[],
): Promise<ReadonlyMap<string, Due>> {
  const byKey = new Map(notices.map(({ about }) => [subjectKey(about), { ...about, subjectId: ctx.ids.next() }]));
  const subjects = await repository.holdSubjects([...byKey.values()]);
  const all = new Map(
    notices.map((notice): [string, Omit<Due, 'settledAt'>] => {
      const subject = subjects.get(subjectKey(notice.about));
      if (!subject) throw new Error('a subject that is held was not found');
      return [notice.noticeId, { notice, subject }];
    }),
  );
  const rows = [...all.values()].map(({ notice, subject: { subjectId } }) => ({ ...notice, subjectId }));
  const inserted = await repository.insertNew(rows);
  return new Map(
    [...inserted].flatMap(([noticeId, settledAt]) => {
      const due = all.get(noticeId);
      return due ? [[noticeId, { ...due, settledAt: settledAt ?? settledWith(due) }]] : [];
    }),
  );
}

const settledWith = ({ notice, subject }: Omit<Due, 'settledAt'>): Date | null =>
  isSettled(new Date(notice.requestedAt), subject.settledAt) ? subject.settledAt : null;

async function findRecipients(tx: Transaction, due: ReadonlyMap<string, Due>): Promise<Recipient[]> {
  const wanted = [...due.values()].flatMap(({ notice: { noticeId, addressees } }) =>
    addressees.map((addressee) => ({ noticeId, ...addressee })),
  );
  const recipients = await recipientsOf(tx, wanted, tx.now);
  const told = new Set(recipients.map(({ noticeId }) => noticeId));
  if (told.size < due.size) throw noticeError('NOTICE_FOR_NOBODY');
  return recipients;
}

function dueOf(due: ReadonlyMap<string, Due>, { noticeId }: Recipient): Due {
  const found = due.get(noticeId);
  if (!found) throw new Error('a recipient of no notice');
  return found;
}

function inboxRow(recipient: Recipient, due: Due): InboxRow {
  const { to, organizationName, instead } = recipient;
  return {
    ...recipient,
    subjectId: due.subject.subjectId,
    body: due.notice.body,
    remark: instead ? remarkInstead(to, organizationName) : null,
    settledAt: due.settledAt,
  };
}

type Channels = ReadonlyMap<Id, readonly ChannelInUse[]>;

async function channelsOf(
  tx: Transaction,
  recipients: readonly Recipient[],
  ways: readonly OutsideChannelName[],
): Promise<Channels> {
  const accountIds = [...new Set(recipients.map(({ accountId }) => accountId))];
  return groupedBy(accountIds, await channelsInUse(tx, accountIds, ways), ({ accountId }) => accountId);
}

function deliveriesOf({ noticeId, accountId }: Recipient, due: Due, channels: Channels, now: Date): OutsideDelivery[] {
  const { notice } = due;
  const meant = (channels.get(accountId) ?? []).filter(({ channel }) => notice.channels?.includes(channel) ?? true);
  return meant.map(({ channel, lane, quiet }) => ({
    noticeId,
    accountId,
    channel,
    lane,
    notBefore: mayGoAt(now, { quiet, urgent: notice.urgent }),
    settled: due.settledAt !== null,
  }));
}
