import type { Id } from '@hub/core';

import type { FieldValue } from '../../../subgraphs/reports/src/domain/field-value';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { assertReferencesKnown } from '../../../subgraphs/reports/src/usecases/assert-references';
import { createTestWorld, personActor, someId, type TestWorld } from '../../support';
import { reasonOf } from '../dispatch/refusal';

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

afterAll(() => world.close());

async function addUnit(committeeId: Id, active = true): Promise<{ unitId: Id; organizationId: Id }> {
  const [unitId, organizationId] = [someId(), someId()];
  await world.database.query(
    `insert into reports.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     values ($1, $2, '某局', 'ADMINISTRATIVE', 1, $3, 1)`,
    [committeeId, unitId, active],
  );
  await world.database.query(
    `insert into reports.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     values ($1, $2, $3, '某局机关党委', 'ORGAN_COMMITTEE', array[$2::uuid], $4, 1)`,
    [committeeId, organizationId, unitId, active],
  );
  return { unitId, organizationId };
}

const fields = (['UNIT', 'ORGANIZATION', 'DOCUMENT'] as const).map(
  (type): TemplateField => ({
    key: type.toLowerCase(),
    label: type,
    type,
    origin: { by: 'ASKED' },
    required: false,
  }),
);

const check = (committeeId: Id, value: FieldValue): Promise<void> =>
  world
    .context('reports', personActor('UNIT_CLERK', { committeeId }))
    .read((tx) => assertReferencesKnown(tx, fields, { [value.type.toLowerCase()]: value }));

test('units and organisations of the committee may be named, and papers are not looked for', async () => {
  const committeeId = someId();
  const { unitId, organizationId } = await addUnit(committeeId);
  await check(committeeId, { type: 'UNIT', unitId });
  await check(committeeId, { type: 'ORGANIZATION', organizationId });
  await check(committeeId, { type: 'DOCUMENT', documentId: someId() });
});

test.each(['that never was', 'that is dissolved', 'of another committee'])('one %s may not', async (which) => {
  const committeeId = someId();
  const unknown = { unitId: someId(), organizationId: someId() };
  const named =
    which === 'that never was'
      ? unknown
      : await addUnit(which === 'that is dissolved' ? committeeId : someId(), which !== 'that is dissolved');
  for (const value of [
    { type: 'UNIT', unitId: named.unitId } as const,
    { type: 'ORGANIZATION', organizationId: named.organizationId } as const,
  ]) {
    expect(await reasonOf(check(committeeId, value))).toBe('REPORT_FIELDS_INVALID');
  }
});
