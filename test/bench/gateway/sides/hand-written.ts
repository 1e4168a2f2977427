import type { Ask } from './side.type';

// biome-ignore lint/suspicious/noExplicitAny: written by hand for answers whose shape is known.
type Data = any;

type Operation = (ask: Ask, variables: Data) => Promise<Data>;

const ENTITIES = (fields: string, parameter = '') =>
  `query ($representations: [_Any!]!${parameter}) { _entities(representations: $representations) { ${fields} } }`;

const UNITS = `{
  me { displayName unit { id name } }
  units { id name shortName sector nature protocolOrder zone { id name } secretary { displayName postTitle } }
}`;
const INBOXES = ENTITIES(
  '... on Unit { inbox(period: $period) { due signed onTime overdue rate } latestReceipts { id state dueOn signedAt } }',
  ', $period: String!',
);
const BURDENS = ENTITIES(
  '... on Unit { burden(period: $period) { tasks received adopted returned remarks } }',
  ', $period: String!',
);
const DUES = ENTITIES(
  '... on Unit { dues(period: $period) { assessedFen paidFen remittedFen settled months { month paidFen } } }',
  ', $period: String!',
);

const dashboard: Operation = async (ask, { period }) => {
  const { me, units }: Data = await ask('organization', UNITS, {});
  const representations = units.map(({ id }: Data) => ({ __typename: 'Unit', id }));
  const [inboxes, burdens, dues]: Data[] = await Promise.all([
    ask('dispatch', INBOXES, { representations, period }),
    ask('reports', BURDENS, { representations, period }),
    ask('dues', DUES, { representations, period }),
  ]);
  for (let n = 0; n < units.length; n += 1) {
    const unit = units[n];
    const { inbox, latestReceipts } = inboxes._entities[n];
    unit.inbox = inbox;
    unit.latestReceipts = latestReceipts;
    unit.burden = burdens._entities[n].burden;
    unit.dues = dues._entities[n].dues;
    if (unit.id !== me.unit.id) continue;
    me.unit.inbox = { due: inbox.due, signed: inbox.signed };
    me.unit.burden = { tasks: unit.burden.tasks, received: unit.burden.received };
  }
  return { me, units };
};

const me: Operation = (ask) => ask('organization', '{ me { displayName postTitle unit { id name } } }', {});

const DOCUMENT = 'query ($id: ID!) { document(id: $id) { id title state receipts { id state unit { id } } } }';
const UNIT_NAMES = ENTITIES('... on Unit { name secretary { displayName } }');
const LATEST_REPORTS = ENTITIES('... on Unit { latestReport { id state task { id title basedOn { id } } } }');
const BASES = ENTITIES('... on Document { documentNumber title leadUnit { id } }');
const LEAD_UNITS = ENTITIES('... on Unit { name zone { name } }');

const documentTrail: Operation = async (ask, { id }) => {
  const { document }: Data = await ask('dispatch', DOCUMENT, { id });
  const units = document.receipts.map(({ unit }: Data) => ({ __typename: 'Unit', id: unit.id }));
  const [names, reports]: Data[] = await Promise.all([
    ask('organization', UNIT_NAMES, { representations: units }),
    ask('reports', LATEST_REPORTS, { representations: units }),
  ]);
  const baseIds = distinct(reports._entities.map(({ latestReport }: Data) => latestReport.task.basedOn.id));
  const { _entities: bases }: Data = await ask('dispatch', BASES, { representations: entities('Document', baseIds) });
  const leadIds = distinct(bases.map(({ leadUnit }: Data) => leadUnit.id));
  const { _entities: leads }: Data = await ask('organization', LEAD_UNITS, {
    representations: entities('Unit', leadIds),
  });
  document.receipts.forEach((receipt: Data, n: number) => {
    const { latestReport } = reports._entities[n];
    const { name, secretary } = names._entities[n];
    const { documentNumber, title, leadUnit } = bases[baseIds.indexOf(latestReport.task.basedOn.id)];
    latestReport.task.basedOn = {
      id: latestReport.task.basedOn.id,
      documentNumber,
      title,
      leadUnit: leads[leadIds.indexOf(leadUnit.id)],
    };
    receipt.unit = { name, secretary, latestReport };
  });
  return { document };
};

const ACKNOWLEDGE = `mutation ($input: AcknowledgeInput!) {
  acknowledgeReceipt(input: $input) { id state signedAt document { id title } unit { id } }
}`;
const UNIT_NAME = ENTITIES('... on Unit { name }');

const acknowledge: Operation = async (ask, { input }) => {
  const { acknowledgeReceipt: receipt }: Data = await ask('dispatch', ACKNOWLEDGE, { input });
  const representations = entities('Unit', [receipt.unit.id]);
  const { _entities: units }: Data = await ask('organization', UNIT_NAME, { representations });
  receipt.unit.name = units[0].name;
  return { acknowledgeReceipt: receipt };
};

const HUB_UNITS = `{ units(first: 132) {
  totalCount nodes { id name shortName nature sector protocolOrder status effectiveFrom version }
} }`;
const HUB_DOCUMENTS = `{ documents(first: 20) {
  totalCount nodes { id title kind state urgency writtenOn issuer { id } }
} }`;
const ORGANIZATION_NAMES = ENTITIES('... on Organization { name }');

const hubDashboard: Operation = async (ask) => {
  const [{ units }, { documents }]: Data[] = await Promise.all([
    ask('organization', HUB_UNITS, {}),
    ask('dispatch', HUB_DOCUMENTS, {}),
  ]);
  const issuerIds = distinct(documents.nodes.map(({ issuer }: Data) => issuer.id));
  const representations = entities('Organization', issuerIds);
  const { _entities: issuers }: Data = await ask('organization', ORGANIZATION_NAMES, { representations });
  for (const { issuer } of documents.nodes) issuer.name = issuers[issuerIds.indexOf(issuer.id)].name;
  return { units, documents };
};

const hubMe: Operation = (ask) => ask('organization', '{ recipientGroups { id name } }', {});

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
const entities = (__typename: string, ids: readonly string[]) => ids.map((id) => ({ __typename, id }));

/** By the name of the operation. */
export const HAND_WRITTEN: Readonly<Record<string, Operation>> = {
  Dashboard: dashboard,
  Me: me,
  DocumentTrail: documentTrail,
  Acknowledge: acknowledge,
  HubDashboard: hubDashboard,
  HubMe: hubMe,
};
