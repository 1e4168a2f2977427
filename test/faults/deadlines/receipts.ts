import type { Clock, Clocks } from './clocks';
import { closingAfter, type Obligation, signBy, type Urgency } from './plain-times';

export type ReceiptState = 'UNSIGNED' | 'OWES_FEEDBACK' | 'SUBMITTED' | 'DONE';

/** One paper at one unit, as those who work on it know it. */
export class ReceiptModel {
  state: ReceiptState = 'UNSIGNED';
  feedbackDueAt: number;
  #clock: Clock | null = null;

  constructor(
    private readonly clocks: Clocks,
    readonly documentId: string,
    readonly unit: { readonly unitId: string; readonly organizationId: string },
    private readonly paper: { readonly urgency: Urgency; readonly asksFeedback: boolean },
    private readonly issuedAt: number,
  ) {
    this.feedbackDueAt = closingAfter(issuedAt, 1);
    this.#owe('ACKNOWLEDGE', issuedAt, signBy(paper.urgency, issuedAt));
  }

  get receiptId(): string {
    return `${this.documentId}.${this.unit.organizationId}`;
  }

  get clock(): Clock | null {
    return this.#clock;
  }

  sign(): void {
    this.#pay(this.paper.asksFeedback ? 'OWES_FEEDBACK' : 'DONE');
    if (this.paper.asksFeedback) this.#owe('FEEDBACK', this.issuedAt, this.feedbackDueAt);
  }

  submit(): void {
    this.#pay('SUBMITTED');
  }

  recall(): void {
    this.#pay('DONE');
  }

  accept(): void {
    this.state = 'DONE';
  }

  /** Whoever has to give it again has a weekday more. */
  giveBack(now: number): void {
    this.state = 'OWES_FEEDBACK';
    this.feedbackDueAt = closingAfter(now, 1);
    this.#owe('FEEDBACK', now, this.feedbackDueAt);
  }

  get asksFeedback(): boolean {
    return this.paper.asksFeedback;
  }

  /** The debt stays, and has another clock; that of a signature is no part of it. */
  extend(now: number, dueAt: number): void {
    if (this.state === 'UNSIGNED') {
      this.feedbackDueAt = dueAt;
      return;
    }
    const debt = this.#stop();
    this.feedbackDueAt = dueAt;
    this.#owe('FEEDBACK', now, dueAt, debt);
  }

  urge(level: number): void {
    this.#clock?.urged.push(level);
  }

  #owe(obligation: Obligation, startedAt: number, dueAt: number, debt = { paid: false }): void {
    const { receiptId } = this;
    const { organizationId } = this.unit;
    const { urgency } = this.paper;
    this.#clock = this.clocks.start({ receiptId, organizationId, urgency, obligation, startedAt, dueAt, debt });
  }

  #pay(state: ReceiptState): void {
    this.#stop().paid = true;
    this.state = state;
  }

  #stop(): Clock['debt'] {
    const clock = this.#clock;
    if (clock === null) throw new Error('nothing is owed');
    this.clocks.stop(clock);
    this.#clock = null;
    return clock.debt;
  }
}
