/** A small graph in the shape of the hub's: each subgraph adds to the unit what it knows of it. */
export const STUB_SUBGRAPHS: Readonly<Record<string, string>> = {
  organization: `
    type Query { me: Account! units(first: Int! = 132): [Unit!]! }
    type Account @key(fields: "id") { id: ID! displayName: String! postTitle: String! unit: Unit! }
    type Unit @key(fields: "id") {
      id: ID! name: String! shortName: String! sector: String! nature: UnitNature! protocolOrder: Int!
      zone: Zone! secretary: Account
    }
    type Zone { id: ID! name: String! }
    enum UnitNature { ADMINISTRATIVE PUBLIC_INSTITUTION ENTERPRISE }
  `,
  dispatch: `
    type Query { document(id: ID!): Document }
    type Mutation { acknowledgeReceipt(input: AcknowledgeInput!): Receipt! }
    input AcknowledgeInput { receiptId: ID! note: String }
    type Document @key(fields: "id") {
      id: ID! documentNumber: String! title: String! state: DocumentState! issuedOn: String! leadUnit: Unit!
      receipts(first: Int! = 20): [Receipt!]!
    }
    type Receipt @key(fields: "id") { id: ID! state: String! dueOn: String signedAt: String document: Document! unit: Unit! }
    enum DocumentState { ISSUED ARCHIVED }
    type Unit @key(fields: "id") { id: ID! inbox(period: String!): Inbox! latestReceipts: [Receipt!]! }
    type Inbox { due: Int! signed: Int! onTime: Int! overdue: Int! rate: Float }
  `,
  reports: `
    type Query { reportTasks: [ReportTask!]! }
    type ReportTask @key(fields: "id") { id: ID! title: String! dueOn: String! basedOn: Document }
    type Report @key(fields: "id") { id: ID! state: String! submittedAt: String task: ReportTask! }
    type Unit @key(fields: "id") { id: ID! burden(period: String!): Burden! latestReport: Report }
    type Burden { tasks: Int! received: Int! adopted: Int! returned: Int! remarks: [String!]! }
    type Document @key(fields: "id", resolvable: false) { id: ID! }
  `,
  dues: `
    type Query { arrears: Int! }
    type Unit @key(fields: "id") { id: ID! dues(period: String!): DuesStatement! }
    type DuesStatement { assessedFen: Int! paidFen: Int! remittedFen: Int! settled: Boolean! months: [DuesMonth!]! }
    type DuesMonth { month: Int! paidFen: Int! }
  `,
};

type Row = Readonly<Record<string, unknown>>;

const UNITS = 132;
const NATURES = ['ADMINISTRATIVE', 'PUBLIC_INSTITUTION', 'ENTERPRISE'];

/** What stands in no field of its row: deterministic, so that every gateway is given the same bytes. */
export const STUB_RESOLVERS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  organization: {
    Query: {
      me: () => account(7),
      units: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (_, n) => unit(n)),
    },
    Unit: { __resolveReference: ({ id }: { id: string }) => unit(numberOf(id)) },
    Account: {
      __resolveReference: ({ id }: { id: string }) => account(numberOf(id)),
      unit: ({ id }: { id: string }) => unit(numberOf(id)),
    },
  },
  dispatch: {
    Query: { document: (_: unknown, { id }: { id: string }) => document(numberOf(id)) },
    Mutation: {
      acknowledgeReceipt: (_: unknown, { input }: { input: { receiptId: string } }) =>
        receipt(numberOf(input.receiptId)),
    },
    Document: {
      __resolveReference: ({ id }: { id: string }) => document(numberOf(id)),
      leadUnit: ({ id }: { id: string }) => unit(numberOf(id) % UNITS),
      receipts: ({ id }: { id: string }, { first }: { first: number }) =>
        Array.from({ length: first }, (_, n) => receipt(numberOf(id) * 1000 + n)),
    },
    Receipt: {
      document: ({ id }: { id: string }) => document(Math.floor(numberOf(id) / 1000)),
      unit: ({ id }: { id: string }) => unit(numberOf(id) % UNITS),
    },
    Unit: {
      inbox: ({ id }: { id: string }) => inbox(numberOf(id)),
      latestReceipts: ({ id }: { id: string }) => [1, 2, 3, 4].map((n) => receipt(n * 1000 + numberOf(id))),
    },
  },
  reports: {
    Query: { reportTasks: () => [task(1), task(2)] },
    ReportTask: { __resolveReference: ({ id }: { id: string }) => task(numberOf(id)) },
    Unit: {
      burden: ({ id }: { id: string }) => burden(numberOf(id)),
      latestReport: ({ id }: { id: string }) => report(numberOf(id)),
    },
  },
  dues: { Unit: { dues: ({ id }: { id: string }) => dues(numberOf(id)) }, Query: { arrears: () => 12 } },
};

const idOf = (type: string, number: number): string =>
  `${type}-01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const numberOf = (id: string): number => Number(id.slice(-12));

/** Rows are made once and read often, as those of a driver are: with texts in one piece. */
function stored(make: (n: number) => Row): (n: number) => Row {
  const rows = new Map<number, Row>();
  return (n) => {
    const known = rows.get(n);
    if (known) return known;
    const row: Row = JSON.parse(JSON.stringify(make(n)));
    rows.set(n, row);
    return row;
  };
}

const unit = stored(makeUnit);
const account = stored(makeAccount);
const document = stored(makeDocument);
const receipt = stored(makeReceipt);
const inbox = stored(makeInbox);
const task = stored(makeTask);
const report = stored(makeReport);
const burden = stored(makeBurden);
const dues = stored(makeDues);

function makeUnit(n: number): Row {
  return {
    id: idOf('unit', n),
    name: `焦作市第${n}号机关单位（党政综合部门）`,
    shortName: `${n}号单位`,
    sector: n % 2 === 0 ? '党委口' : '政府口',
    nature: NATURES[n % NATURES.length],
    protocolOrder: n * 10,
    zone: { id: idOf('zone', n % 7), name: `第${n % 7}片区` },
    secretary: n % 5 === 0 ? null : makeAccount(n),
  };
}

function makeAccount(n: number): Row {
  return { id: idOf('account', n), displayName: `书记${n}`, postTitle: '机关党委书记' };
}

function makeDocument(n: number): Row {
  return {
    id: idOf('document', n),
    documentNumber: `焦直文〔2020〕${140 + n}号`,
    title: `关于做好第${n}季度机关党建重点工作的通知`,
    state: n % 2 === 0 ? 'ISSUED' : 'ARCHIVED',
    issuedOn: '2020-10-15',
  };
}

function makeReceipt(n: number): Row {
  const signed = n % 3 !== 0;
  return {
    id: idOf('receipt', n),
    state: signed ? 'ACKNOWLEDGED' : 'SENT',
    dueOn: '2020-10-30',
    signedAt: signed ? '2020-10-16T09:30:00+08:00' : null,
  };
}

function makeInbox(n: number): Row {
  return { due: 12, signed: 11 - (n % 3), onTime: 9, overdue: n % 3, rate: n % 9 === 0 ? null : 0.75 + (n % 4) / 16 };
}

function makeTask(n: number): Row {
  return {
    id: idOf('task', n),
    title: `第${n}季度工作总结`,
    dueOn: '2020-12-31',
    basedOn: { __typename: 'Document', id: idOf('document', n) },
  };
}

function makeReport(n: number): Row {
  return { id: idOf('report', n), state: 'ADOPTED', submittedAt: '2020-10-20T10:00:00+08:00', task: makeTask(n % 9) };
}

function makeBurden(n: number): Row {
  return {
    tasks: 8,
    received: 7,
    adopted: n % 7,
    returned: n % 2,
    remarks: [`第${n}号单位："按时报送"`, '材料齐全，文字规范'],
  };
}

function makeDues(n: number): Row {
  const months = [1, 2, 3, 4, 5, 6].map((month) => ({ month, paidFen: 10_000 + n * month }));
  return { assessedFen: 120_000 + n, paidFen: 100_000, remittedFen: 60_000, settled: n % 4 === 0, months };
}
