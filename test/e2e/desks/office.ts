import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import type { HubClient, TestHub } from '../../support';
import { workCommitteeOf } from './committee';

/** A paper as the office follows it through its life. */
export interface Paper {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly documentNumber: string | null;
}

export interface Finding {
  readonly ruleId: string;
  readonly severity: string;
}

export interface Preview {
  readonly approvedCount: number;
  readonly joined: readonly Recipient[];
  readonly left: readonly Recipient[];
  readonly recipientVersion: string;
}

interface Recipient {
  readonly organization: { readonly id: string };
}

export interface Audience {
  readonly groups?: readonly object[];
  readonly organizations?: readonly object[];
  readonly exclusions?: readonly string[];
}

const PAPER = 'id version state documentNumber';

/** The people of the committee's office at their desks, each doing what the post allows. */
export class Office {
  private constructor(
    private readonly hub: TestHub,
    readonly clerk: HubClient,
    readonly checker: HubClient,
    readonly leader: HubClient,
    readonly registrar: HubClient,
    readonly admin: HubClient,
  ) {}

  static async open(hub: TestHub): Promise<Office> {
    const [clerk, checker, leader, registrar, admin] = await Promise.all(
      ['clerk', 'checker', 'leader', 'registrar', 'admin'].map((login) => hub.signIn(login, DEMO_PASSWORD)),
    );
    return new Office(
      hub,
      ...([clerk, checker, leader, registrar, admin] as [HubClient, HubClient, HubClient, HubClient, HubClient]),
    );
  }

  /** Everybody signs in anew: the clock has moved past the old tokens. */
  again(): Promise<Office> {
    return Office.open(this.hub);
  }

  /** A series of the committee's own numbers; its id. */
  async createSeries(prefix: string, kinds: readonly string[]): Promise<string> {
    const issuerOrganizationId = await workCommitteeOf(this.admin);
    const { createNumberSeries } = await this.registrar.data<{ createNumberSeries: { id: string } }>(
      'mutation ($input: CreateNumberSeriesInput!) { createNumberSeries(input: $input) { id } }',
      { input: { prefix, name: '工委普发文件', issuerOrganizationId, kinds } },
    );
    return createNumberSeries.id;
  }

  draft(input: object): Promise<Paper> {
    return act(this.clerk, 'draftDocument', 'DraftDocumentInput', input);
  }

  submit(paper: Paper): Promise<Paper> {
    return act(this.clerk, 'submitDocument', 'SubmitDocumentInput', { ...seen(paper), notClassifiedPledge: true });
  }

  check(paper: Paper): Promise<Paper> {
    const input = { ...seen(paper), secrecyReviewed: true, opinion: '核稿无误' };
    return act(this.checker, 'checkDocument', 'CheckDocumentInput', input);
  }

  sendBack(paper: Paper, opinion: string): Promise<Paper> {
    return act(this.leader, 'returnDocument', 'DocumentReasonInput', { ...seen(paper), opinion });
  }

  approve(paper: Paper): Promise<Paper> {
    return act(this.leader, 'approveForIssue', 'ApproveForIssueInput', { ...seen(paper), opinion: '同意印发' });
  }

  recheck(paper: Paper): Promise<Paper> {
    return act(this.checker, 'recheckDocument', 'DocumentOpinionInput', seen(paper));
  }

  number(paper: Paper): Promise<Paper> {
    return act(this.registrar, 'assignNumber', 'AssignNumberInput', seen(paper));
  }

  async preview(paper: Paper): Promise<Preview> {
    const { previewDistribution } = await this.registrar.data<{ previewDistribution: Preview }>(
      `query ($id: ID!) { previewDistribution(documentId: $id) {
         approvedCount recipientVersion joined { organization { id } } left { organization { id } } } }`,
      { id: paper.id },
    );
    return previewDistribution;
  }

  issue(paper: Paper, preview: Preview, confirmation: object | null = null): Promise<Paper> {
    const input = { ...seen(paper), recipientVersion: preview.recipientVersion, confirmation };
    return act(this.registrar, 'issueDocument', 'IssueDocumentInput', input);
  }

  /** From the draft to the point where a number can be taken. */
  async approved(paper: Paper): Promise<Paper> {
    return this.approve(await this.check(await this.submit(paper)));
  }

  /** From the draft to its number. */
  async numbered(paper: Paper): Promise<Paper> {
    return this.number(await this.recheck(await this.approved(paper)));
  }

  /** From the draft to the inboxes of whom it is for. */
  async issued(paper: Paper): Promise<Paper> {
    const ready = await this.numbered(paper);
    return this.issue(ready, await this.preview(ready));
  }

  async findings(paper: Paper): Promise<readonly Finding[]> {
    const { document } = await this.clerk.data<{ document: { handling: { findings: readonly Finding[] } } }>(
      'query ($id: ID!) { document(id: $id) { handling { findings { ruleId severity } } } }',
      { id: paper.id },
    );
    return document.handling.findings;
  }
}

const seen = ({ id, version }: Paper) => ({ documentId: id, expectedVersion: version });

async function act(client: HubClient, mutation: string, type: string, input: object): Promise<Paper> {
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${PAPER} } }`;
  const data = await client.data<Record<string, Paper>>(text, { input });
  return data[mutation] as Paper;
}
