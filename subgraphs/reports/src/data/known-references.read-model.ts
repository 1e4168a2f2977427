import type { ReadTransaction } from '@hub/persistence';

import type { ReferredIds } from '../domain/field-references';

/** Those of the given units and organisations that there are today, and of the papers that were ever issued. */
export async function knownReferences(
  tx: ReadTransaction,
  { documentIds, unitIds, organizationIds }: ReferredIds,
): Promise<ReferredIds> {
  const [row] = await tx.query<ReferredIds>(
    `select array(select unit_id::text from reports.directory_unit
                  where committee_id = $1 and unit_id = any($2::uuid[]) and active) as "unitIds",
            array(select organization_id::text from reports.directory_organization
                  where committee_id = $1 and organization_id = any($3::uuid[]) and active) as "organizationIds",
            array(select document_id::text from reports.known_document
                  where committee_id = $1 and document_id = any($4::uuid[])) as "documentIds"`,
    [tx.committeeId, unitIds, organizationIds, documentIds],
  );
  return row as ReferredIds;
}
