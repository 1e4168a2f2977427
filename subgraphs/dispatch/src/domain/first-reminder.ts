import type { ReceiptDeadlines } from './receipt-deadline';

/** L0 of the ladder (DOMAIN 2.8): the first reminder comes when half of the time to sign has run. */
export function firstReminder({ acknowledgeBy }: ReceiptDeadlines, deliveredAt: Date): Date | null {
  if (acknowledgeBy === null) return null;
  return new Date((deliveredAt.getTime() + acknowledgeBy.getTime()) / 2);
}
