/** An operation as a client sends it. */
export interface BenchOperation {
  readonly name: string;
  /** What the table calls it. */
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly connections: number;
  /** Requests until the engine has compiled what is hot. */
  readonly warmUp: number;
}

/** Over the stub graph. The dashboard asks the same of the asker's own unit and of all: two places for one call. */
export const STUB_OPERATIONS: readonly BenchOperation[] = [
  {
    name: 'Dashboard',
    title: '看板',
    connections: 8,
    warmUp: 150,
    variables: { period: '2020-Q3' },
    query: `query Dashboard($period: String!) {
  me { displayName unit { id name inbox(period: $period) { due signed } burden(period: $period) { tasks received } } }
  units {
    id name shortName sector nature protocolOrder zone { id name } secretary { displayName postTitle }
    inbox(period: $period) { due signed onTime overdue rate }
    latestReceipts { id state dueOn signedAt }
    burden(period: $period) { tasks received adopted returned remarks }
    dues(period: $period) { assessedFen paidFen remittedFen settled months { month paidFen } }
  }
}`,
  },
  {
    name: 'Me',
    title: '小查询',
    connections: 16,
    warmUp: 1_000,
    variables: {},
    query: 'query Me { me { displayName postTitle unit { id name } } }',
  },
  {
    name: 'DocumentTrail',
    title: '深查询',
    connections: 16,
    warmUp: 1_000,
    variables: { id: 'document-01980000-0000-7000-8000-000000000003' },
    query: `query DocumentTrail($id: ID!) {
  document(id: $id) {
    id title state
    receipts {
      id state
      unit {
        name secretary { displayName }
        latestReport { id state task { id title basedOn { id documentNumber title leadUnit { name zone { name } } } } }
      }
    }
  }
}`,
  },
  {
    name: 'Acknowledge',
    title: '变更',
    connections: 16,
    warmUp: 1_000,
    variables: { input: { receiptId: 'receipt-01980000-0000-7000-8000-000000003007' } },
    query: `mutation Acknowledge($input: AcknowledgeInput!) {
  acknowledgeReceipt(input: $input) { id state signedAt document { id title } unit { id name } }
}`,
  },
];

/** Over the hub's own graph. */
export const REAL_OPERATIONS: readonly BenchOperation[] = [
  {
    name: 'HubDashboard',
    title: '看板',
    connections: 8,
    warmUp: 40,
    variables: {},
    query: `query HubDashboard {
  units(first: 132) { totalCount nodes { id name shortName nature sector protocolOrder status effectiveFrom version } }
  documents(first: 20) { totalCount nodes { id title kind state urgency writtenOn issuer { id name } } }
}`,
  },
  {
    name: 'HubMe',
    title: '小查询',
    connections: 8,
    warmUp: 100,
    variables: {},
    query: 'query HubMe { recipientGroups { id name } }',
  },
];
