import type { BenchWorld } from '../world/bench-world';

export interface ReadyDocument {
  readonly documentId: string;
  readonly issue: () => Promise<unknown>;
}

interface Shown {
  readonly id: string;
  readonly version: number;
}

type Offices = (role: Parameters<BenchWorld['person']>[0]) => ReturnType<BenchWorld['person']>;

const TEXT = '各单位：\n请于月底前报送工作总结。';

/** A number series of the committee; its id. */
export async function addSeries(world: BenchWorld, office: Offices): Promise<string> {
  const issuer = world.ids.next();
  await world.owner.query(
    `insert into dispatch.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     values ($1, $2, $2, '工委', 'WORK_COMMITTEE', array[$2::uuid], true, 1)`,
    [world.committeeId, issuer],
  );
  const { series } = await world.graphql<{ series: Shown }>(
    office('OFFICE_REGISTRAR'),
    `mutation ($input: CreateNumberSeriesInput!) { series: createNumberSeries(input: $input) { id version } }`,
    { input: { prefix: '焦直文', name: '工委文件', issuerOrganizationId: issuer, kinds: ['NOTIFICATION'] } },
  );
  return series.id;
}

/** Brings a paper for the whole group to the moment before it is issued. */
export async function readyDocument(
  world: BenchWorld,
  office: Offices,
  of: { readonly seriesId: string; readonly groupId: string },
): Promise<ReadyDocument> {
  const act = async (role: Parameters<Offices>[0], mutation: string, type: string, input: object): Promise<Shown> => {
    const query = `mutation ($input: ${type}!) { shown: ${mutation}(input: $input) { id version } }`;
    return (await world.graphql<{ shown: Shown }>(office(role), query, { input })).shown;
  };
  const on = ({ id, version }: Shown) => ({ documentId: id, expectedVersion: version });
  const audience = { groups: [{ groupId: of.groupId, role: 'TO' }] };
  const draft = { seriesId: of.seriesId, kind: 'NOTIFICATION', title: '关于报送总结的通知', text: TEXT, audience };
  let shown = await act('OFFICE_CLERK', 'draftDocument', 'DraftDocumentInput', draft);
  const pledge = { ...on(shown), notClassifiedPledge: true };
  shown = await act('OFFICE_CLERK', 'submitDocument', 'SubmitDocumentInput', pledge);
  const review = { ...on(shown), secrecyReviewed: true };
  shown = await act('OFFICE_CHECKER', 'checkDocument', 'CheckDocumentInput', review);
  shown = await act('COMMITTEE_LEADER', 'approveForIssue', 'ApproveForIssueInput', on(shown));
  shown = await act('OFFICE_REGISTRAR', 'recheckDocument', 'DocumentOpinionInput', on(shown));
  shown = await act('OFFICE_REGISTRAR', 'assignNumber', 'AssignNumberInput', on(shown));
  const { preview } = await world.graphql<{ preview: { recipientVersion: string } }>(
    office('OFFICE_REGISTRAR'),
    'query ($id: ID!) { preview: previewDistribution(documentId: $id) { recipientVersion } }',
    { id: shown.id },
  );
  const ready = { ...on(shown), ...preview };
  return { documentId: shown.id, issue: () => act('OFFICE_REGISTRAR', 'issueDocument', 'IssueDocumentInput', ready) };
}
