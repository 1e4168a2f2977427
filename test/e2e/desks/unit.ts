import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';

import { type HubClient, type TestHub, trustedText } from '../../support';
import { type Notice, noticesOf } from './notices';

/** A receipt as its unit reads it. */
export interface Receipt {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly unitName: string;
  readonly acknowledgeDueAt: string | null;
  readonly feedbackDueAt: string | null;
  readonly possibleActs: readonly string[];
}

/** A deadline as an agenda shows it. */
export interface DueMatter {
  readonly aboutId: string;
  readonly obligation: string;
  readonly dueAt: string;
  readonly overdue: boolean;
}

const RECEIPT = 'id version state unitName acknowledgeDueAt feedbackDueAt possibleActs';

/** The clerk of a unit, with ten minutes. */
export class UnitDesk {
  constructor(
    private readonly hub: TestHub,
    readonly protocolOrder: number,
    /** Whoever acts as the clerk. */
    readonly clerk: HubClient,
  ) {}

  static async open(hub: TestHub, protocolOrder: number): Promise<UnitDesk> {
    return new UnitDesk(hub, protocolOrder, await hub.signIn(unitLogin(protocolOrder), DEMO_PASSWORD));
  }

  /** Signs in anew: the clock has moved past the old token. */
  again(): Promise<UnitDesk> {
    return UnitDesk.open(this.hub, this.protocolOrder);
  }

  async inbox(box: 'TO_DO' | 'ALL' = 'TO_DO'): Promise<readonly Receipt[]> {
    const { inbox } = await this.clerk.data<{ inbox: { nodes: readonly Receipt[] } }>(
      `query ($box: Inbox!) { inbox(box: $box) { nodes { ${RECEIPT} } } }`,
      { box },
    );
    return inbox.nodes;
  }

  /** What is due of the unit, in all rooms of the hub, the nearest first. */
  async agenda(): Promise<readonly DueMatter[]> {
    const { agenda } = await this.clerk.data<{ agenda: Record<string, { nodes: readonly DueMatter[] } | string> }>(
      trustedText('MyAgenda'),
    );
    return Object.values(agenda)
      .flatMap((room) => (typeof room === 'string' ? [] : room.nodes))
      .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  }

  /** What the clerk was told of a paper and has not dealt with. */
  async noticesOf(documentId: string): Promise<readonly Notice[]> {
    const notices = await noticesOf(this.clerk, 'OPEN');
    return notices.filter(({ about }) => about.id.startsWith(documentId));
  }

  /** The one receipt of a paper; fails when the unit does not find it. */
  async receiptOf(documentId: string): Promise<Receipt> {
    const found = (await this.inbox('ALL')).find(({ id }) => id.startsWith(documentId));
    if (!found) throw new Error(`unit ${this.protocolOrder} has no receipt of ${documentId}`);
    return found;
  }

  async acknowledge(documentId: string): Promise<Receipt> {
    return this.act('acknowledgeReceipt', 'ReceiptDecisionInput', await this.seen(documentId));
  }

  async sendBack(documentId: string, reason: string, explanation: string): Promise<Receipt> {
    const input = { ...(await this.seen(documentId)), reason, explanation };
    return this.act('returnReceipt', 'ReturnReceiptInput', input);
  }

  /** A form has values, 落实情况 a text. */
  async answer(documentId: string, answer: readonly object[] | string): Promise<Receipt> {
    const content = typeof answer === 'string' ? { text: answer } : { values: answer };
    const input = { ...(await this.seen(documentId)), ...content };
    return this.act('submitFeedback', 'SubmitFeedbackInput', input);
  }

  private async seen(documentId: string): Promise<object> {
    const { id, version } = await this.receiptOf(documentId);
    return { receiptId: id, expectedVersion: version };
  }

  private async act(mutation: string, type: string, input: object): Promise<Receipt> {
    const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${RECEIPT} } }`;
    return (await this.clerk.data<Record<string, Receipt>>(text, { input }))[mutation] as Receipt;
  }
}
