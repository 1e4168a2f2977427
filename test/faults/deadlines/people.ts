import type { PersonActor, Role } from '@hub/core';

import { acceptFeedback } from '../../../subgraphs/dispatch/src/usecases/accept-feedback';
import { acknowledgeReceipt } from '../../../subgraphs/dispatch/src/usecases/acknowledge-receipt';
import { decideExtension } from '../../../subgraphs/dispatch/src/usecases/decide-extension';
import { recallDocument } from '../../../subgraphs/dispatch/src/usecases/recall-document';
import { requestExtension } from '../../../subgraphs/dispatch/src/usecases/request-extension';
import { returnFeedback } from '../../../subgraphs/dispatch/src/usecases/return-feedback';
import { submitFeedback } from '../../../subgraphs/dispatch/src/usecases/submit-feedback';
import { urgeReceipts } from '../../../subgraphs/dispatch/src/usecases/urge-receipts';
import type { Context, Office } from '../../integration/dispatch/office';
import { personActor, someId, type TestWorld } from '../../support';
import { insist } from '../insist';
import type { Dice } from './dice';
import { closingAfter, weekdayAfter } from './plain-times';
import type { ReceiptModel, ReceiptState } from './receipts';

export const ACTS = ['sign', 'submit', 'giveBack', 'accept', 'recall', 'extend', 'urge'] as const;

export type Act = (typeof ACTS)[number];

/** What people do of a receipt in each state: listed as often as they do it. */
const HABITS: Readonly<Record<ReceiptState, readonly Act[]>> = {
  UNSIGNED: ['sign', 'sign', 'sign', 'sign', 'sign', 'sign', 'recall', 'extend', 'urge'],
  OWES_FEEDBACK: ['submit', 'submit', 'submit', 'extend', 'urge'],
  SUBMITTED: ['giveBack', 'giveBack', 'accept'],
  DONE: [],
};

/** Clerks of units and the office, who ask again under the same key until the hub has answered. */
export class People {
  constructor(
    private readonly world: TestWorld,
    private readonly office: Office,
  ) {}

  /** Does to a receipt what chance says; null when there is nothing to do. */
  async act(receipt: ReceiptModel, dice: Dice): Promise<Act | null> {
    const habits = HABITS[receipt.state];
    if (habits.length === 0) return null;
    const now = this.world.clock.now().getTime();
    const act = dice.pick(habits);
    // Feedback that is given back in time keeps its limit: there is no new clock to it.
    if (act === 'giveBack' && closingAfter(now, 1) <= receipt.feedbackDueAt) return null;
    if (act === 'extend' && !receipt.asksFeedback) return null;
    await this.#do(receipt, act, now, 1 + dice.below(2));
    return act;
  }

  async #do(receipt: ReceiptModel, act: Act, now: number, choice: number): Promise<void> {
    const { documentId, receiptId, unit } = receipt;
    const set = { documentId, organizationIds: [unit.organizationId] };
    const decision = async () => ({ receiptId, expectedVersion: await this.#versionOf(receipt) });
    const clerk = this.#clerk(receipt);
    switch (act) {
      case 'sign':
        await this.#insist(clerk, await decision(), acknowledgeReceipt);
        return receipt.sign();
      case 'submit':
        await this.#insist(clerk, { ...(await decision()), text: '已落实' }, submitFeedback);
        return receipt.submit();
      case 'giveBack':
        await this.#insist(
          this.#person('OFFICE_CHECKER'),
          { ...(await decision()), reason: '要素不全' },
          returnFeedback,
        );
        return receipt.giveBack(now);
      case 'accept':
        await this.#insist(this.#person('OFFICE_CHECKER'), await decision(), acceptFeedback);
        return receipt.accept();
      case 'recall':
        await this.#insist(this.#person('OFFICE_REGISTRAR'), { ...set, reason: '错发' }, recallDocument);
        return receipt.recall();
      case 'extend':
        return this.#extend(receipt, now, choice);
      case 'urge':
        await this.#insist(this.#person('OFFICE_CHECKER'), { ...set, level: choice }, urgeReceipts);
        return receipt.urge(choice);
    }
  }

  async #extend(receipt: ReceiptModel, now: number, days: number): Promise<void> {
    const { receiptId } = receipt;
    const from = Math.max(now, receipt.feedbackDueAt);
    const dueAt = closingAfter(from, days);
    const day = weekdayAfter(from, days);
    // Noon of the day is on it in every zone between here and Greenwich.
    const on = new Date(day + 12 * 3_600_000).toISOString().slice(0, 10);
    const asked = { receiptId, expectedVersion: await this.#versionOf(receipt), until: on, reason: '情况复杂' };
    await this.#insist(this.#clerk(receipt), asked, requestExtension);
    const granted = { receiptId, expectedVersion: await this.#versionOf(receipt), granted: true };
    await this.#insist(this.#person('OFFICE_CHECKER'), granted, decideExtension);
    receipt.extend(now, dueAt);
  }

  #insist<Input>(person: PersonActor, input: Input, act: (ctx: Context, input: Input) => Promise<unknown>) {
    const ctx = this.world.context('dispatch', person, { idempotencyKey: someId() }) as Context;
    return insist(() => act(ctx, input));
  }

  async #versionOf({ documentId, unit }: ReceiptModel): Promise<number> {
    const [row] = await insist(() =>
      this.world.database.query<{ version: number }>(
        'select version from dispatch.receipt where document_id = $1 and organization_id = $2',
        [documentId, unit.organizationId],
      ),
    );
    return row?.version ?? 0;
  }

  #person = (role: Role): PersonActor => this.office.as(role).actor as PersonActor;

  #clerk = ({ unit: { unitId, organizationId } }: ReceiptModel): PersonActor =>
    personActor('UNIT_CLERK', { committeeId: this.office.committeeId, unitId, organizationId });
}
