import type { ReadTransaction } from '@hub/persistence';

import type { DirectoryIds } from '../domain/field-references';

/** Those of the given units and organisations that there are today. */
export async function knownInDirectory(
  tx: ReadTransaction,
  { unitIds, organizationIds }: DirectoryIds,
): Promise<DirectoryIds> {
  const [row] = await tx.query<DirectoryIds>(
    `select array(select unit_id::text from reports.directory_unit
                  where committee_id = $1 and unit_id = any($2::uuid[]) and active) as "unitIds",
            array(select organization_id::text from reports.directory_organization
                  where committee_id = $1 and organization_id = any($3::uuid[]) and active) as "organizationIds"`,
    [tx.committeeId, unitIds, organizationIds],
  );
  return row as DirectoryIds;
}
