import { documentIssued, type EventPayload, eventKey, receiptChanged, reportChanged } from '@hub/contracts';
import type { Id } from '@hub/core';

import { someId } from '../../support';
import { carryEvents, waitingEvents } from './carry-events';
import { REPORTS_MORNING, type ReportsDesk } from './reports-world';

/** What dispatch tells of one paper. */
export class ToldPaper {
  readonly documentId: Id = someId();

  constructor(readonly desk: ReportsDesk) {}

  /** As dispatch tells that it was issued. */
  issued(change: Partial<EventPayload<typeof documentIssued>> = {}): Promise<void> {
    const { documentId } = this;
    const paper = { documentNumber: '市直党工委〔2020〕7号', title: '关于报送落实情况的通知', recipientCount: 2 };
    const issuedAt = new Date(REPORTS_MORNING).toISOString();
    return this.#tell(eventKey(documentIssued), { documentId, ...paper, issuedAt, ...change });
  }

  /** As dispatch tells how the receipt of a unit stands. */
  receipt(unit: number, state: string, version: number): Promise<void> {
    const { organizationId = someId(), unitId = someId() } = this.desk.units[unit] ?? {};
    const receipt = { receiptId: this.receiptId(unit), documentId: this.documentId, organizationId, unitId };
    return this.#tell(eventKey(receiptChanged), { ...receipt, state, version });
  }

  receiptId(unit: number): string {
    return `${this.documentId}.${this.desk.units[unit]?.organizationId}`;
  }

  async #tell(key: string, payload: object): Promise<void> {
    const { world, committeeId } = this.desk;
    const event = { id: someId(), committeeId, aggregateId: this.documentId, key };
    const heard = await carryEvents(world, 'reports', [{ ...event, payload: { committeeId, ...payload } }]);
    if (heard !== 1) throw new Error(`reports does not listen to ${key}`);
  }
}

/** Hands reports what it told itself of reports, all at once. */
export async function hearOwn({ world, committeeId }: ReportsDesk): Promise<void> {
  const told = await waitingEvents(world, 'reports', committeeId);
  const own = told.filter(({ key }) => key === eventKey(reportChanged));
  await Promise.all(own.map((event) => carryEvents(world, 'reports', [event])));
}
