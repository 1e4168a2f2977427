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

async function addPaper(committeeId: Id): Promise<Id> {
  const documentId = someId();
  await world.database.query(
    `insert into reports.known_document (committee_id, document_id, document_number, title, issued_at)
     values ($1, $2, '市直党工委〔2020〕7号', '关于报送落实情况的通知', now())`,
    [committeeId, documentId],
  );
  return documentId;
}

test('units and organisations of the committee and papers that it issued may be named', async () => {
  const committeeId = someId();
  const { unitId, organizationId } = await addUnit(committeeId);
  await check(committeeId, { type: 'UNIT', unitId });
  await check(committeeId, { type: 'ORGANIZATION', organizationId });
  await check(committeeId, { type: 'DOCUMENT', documentId: await addPaper(committeeId) });
});

test.each(['that was not issued', 'of another committee'])('a paper %s may not', async (which) => {
  const documentId = which === 'of another committee' ? await addPaper(someId()) : someId();
  await expect(check(someId(), { type: 'DOCUMENT', documentId })).rejects.toMatchObject({
    reason: 'REPORT_FIELDS_INVALID',
    details: { problems: [expect.objectContaining({ reason: 'DOCUMENT_NOT_FOUND' })] },
  });
});

test('a unit learns of a paper that there is one, and no word of it', async () => {
  const committeeId = someId();
  await addPaper(committeeId);
  const words = world
    .context('reports', personActor('UNIT_CLERK', { committeeId }))
    .read((tx) => tx.query('select title from reports.known_document'));
  await expect(words).rejects.toThrow('permission denied');
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
