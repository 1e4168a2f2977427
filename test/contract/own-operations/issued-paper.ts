import { seedText } from '@hub/infra/seed/dispatch';

import { groupNamed, unitsOf, workCommitteeOf } from '../../e2e/desks/committee';
import { Office } from '../../e2e/desks/office';
import { UnitDesk } from '../../e2e/desks/unit';
import type { TestHub } from '../../support';

/** What the variables of the hub's own documents can name. */
export interface Known {
  readonly committeeId: string;
  readonly workCommittee: string;
  readonly documentId: string;
  readonly seriesId: string;
  readonly groupId: string;
  readonly unit: { readonly id: string; readonly organizationId: string; readonly receiptId: string };
  /** Somebody of the office, with an account and a post. */
  readonly person: { readonly accountId: string; readonly postId: string };
}

/** A committee that has sent one paper to its seventy units, one of which has signed for it. */
export async function issueOnePaper(hub: TestHub): Promise<Known> {
  const office = await Office.open(hub);
  const units = await unitsOf(office.admin);
  const workCommittee = await workCommitteeOf(office.admin);
  const group = await groupNamed(office.admin, '模范机关70家');
  const seriesId = await office.createSeries('焦直文', ['OPINION']);
  // The paper's text names its number, 141.
  await office.registrar.data('mutation ($input: AdoptNumbersInput!) { adoptNumbers(input: $input) { id } }', {
    input: { seriesId, year: 2020, lastSequence: 140, reason: '平台启用前纸质印发' },
  });
  const draft = await office.draft({
    seriesId,
    kind: 'OPINION',
    text: seedText('141-pioneer-system'),
    audience: { groups: [{ groupId: group.id, role: 'TO' }] },
  });
  const issued = await office.issued(draft);
  await hub.settled();
  const desk = await UnitDesk.open(hub, 1);
  const { id: receiptId } = await desk.acknowledge(issued.id);
  await hub.settled();
  const { me } = await office.registrar.data<{ me: { accountId: string; actingPostId: string } }>(
    '{ me { accountId actingPostId } }',
  );
  const unit = units.find(({ protocolOrder }) => protocolOrder === 1);
  if (!unit) throw new Error('the committee has no first unit');
  const [row] = await hub.database.query<{ id: string }>('select committee_id as id from organization.unit limit 1');
  return {
    committeeId: row?.id ?? '',
    workCommittee,
    documentId: issued.id,
    seriesId,
    groupId: group.id,
    unit: { id: unit.id, organizationId: unit.addressee.id, receiptId },
    person: { accountId: me.accountId, postId: me.actingPostId },
  };
}
