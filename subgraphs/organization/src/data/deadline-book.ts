import type { Id } from '@hub/core';
import { type DeadlineBook, type DeadlineKey, keptBook, type Matter } from '@hub/deadlines';
import type { ReadTransaction } from '@hub/persistence';

const kept = keptBook('organization', {
  ELECTION: {
    name: '换届',
    verb: '完成换届选举',
    subjectType: 'Term',
    outside: '有1个党组织任期将届满，请做好换届工作',
  },
});

/** Terms that run out, by the name that the organisation has today: years lie between the election and the reminder. */
export const organizationBook: DeadlineBook = { ...kept, describe: describeTerms };

async function describeTerms(tx: ReadTransaction, keys: readonly DeadlineKey[]): Promise<(Matter | null)[]> {
  const matters = await kept.describe(tx, keys);
  const rows = await tx.query<{ readonly id: Id; readonly name: string }>(
    `select organization_id as id, name from organization.organization
     where committee_id = $1 and organization_id = any($2::uuid[])`,
    [tx.committeeId, keys.map(({ partId }) => partId)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return keys.map(({ partId }, index) => {
    const matter = matters[index] ?? null;
    const name = names.get(partId);
    if (matter === null || name === undefined) return null;
    return { ...matter, title: `${name}${matter.title}`, organizationName: name };
  });
}
