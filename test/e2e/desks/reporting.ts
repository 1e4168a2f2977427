import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';

import { type HubClient, type TestHub, trustedText } from '../../support';

/** A report as an act on it answers. */
export interface Report {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly late?: boolean;
  readonly resubmitDueAt?: string;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly state: string;
  readonly version: number;
}

export interface Ask {
  readonly taskId: string;
  readonly reportId: string;
  readonly title: string;
  readonly open: boolean;
  readonly overdue: boolean;
  readonly returned: boolean;
  readonly knownFields: number;
  readonly askedFields: number;
  readonly prefilled: readonly { readonly key: string; readonly number: string | null }[];
}

export interface Month {
  readonly unitAsks: { readonly nodes: readonly Ask[] };
  readonly agenda: { readonly dispatchDeadlines: { readonly nodes: readonly { readonly title: string }[] } };
}

/** One trusted document, as clients send it; what its root field answers. */
export async function ask<Answer>(by: HubClient, document: string, variables: object): Promise<Answer> {
  const [answer] = Object.values(await by.data<Record<string, Answer>>(trustedText(document), variables));
  return answer as Answer;
}

/** An act on a report as somebody has seen it. */
export const actOn = (by: HubClient, document: string, { id, version }: Report, more: object = {}): Promise<Report> =>
  ask(by, document, { input: { reportId: id, expectedVersion: version, ...more } });

export const PLEDGED = { notClassifiedPledge: true, publicAllowed: true };

/** A unit that reports: who writes, and who signs. */
export class ReportingUnit {
  private constructor(
    private readonly hub: TestHub,
    readonly protocolOrder: number,
    readonly clerk: HubClient,
  ) {}

  static async open(hub: TestHub, protocolOrder: number): Promise<ReportingUnit> {
    return new ReportingUnit(hub, protocolOrder, await hub.signIn(unitLogin(protocolOrder), DEMO_PASSWORD));
  }

  leader(): Promise<HubClient> {
    return this.hub.signIn(`${unitLogin(this.protocolOrder)}-leader`, DEMO_PASSWORD);
  }

  /** All that is to be done in a month, in one request. */
  month(month: string): Promise<Month> {
    return this.clerk.data<Month>(trustedText('MyMonth'), { month });
  }

  /** The report that a task asks for, as it stands. */
  async reportOf(taskId: string): Promise<Report> {
    const { nodes } = await ask<{ nodes: readonly Report[] }>(this.clerk, 'ReadReports', {
      box: 'OF_TASK',
      filter: { taskId },
    });
    const [report] = nodes;
    if (!report) throw new Error(`nothing is asked of unit ${this.protocolOrder}`);
    return report;
  }

  async save(taskId: string, fields: readonly object[]): Promise<Report> {
    return actOn(this.clerk, 'SaveReport', await this.reportOf(taskId), { fields });
  }

  async handIn(taskId: string, fields: readonly object[], minutesSpent?: number): Promise<Report> {
    return actOn(this.clerk, 'SubmitReport', await this.save(taskId, fields), { ...PLEDGED, minutesSpent });
  }
}
