import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import { inSight, readingRoot } from './reading-scope';
import type { StructureEventEntity } from './structure-event.entity';

const COLUMNS = columns('e', [
  'committee_id',
  'event_id',
  'kind',
  'object_type',
  'object_id',
  'unit_id',
  'effective_on',
  'decision_number',
  'decision_on',
  'successor_ids',
  'detail',
  'recorded_at',
  'recorded_by',
]);

/** History of a unit or an organisation by the day each change took effect. */
export function structureEventsOf(tx: ReadTransaction, objectId: Id): Promise<StructureEventEntity[]> {
  return tx.query<StructureEventEntity>(
    `select ${COLUMNS} from organization.structure_event e
     where e.committee_id = $1 and e.object_id = $2 and ${inSight('e', 3)}
     order by e.effective_on, e.event_id`,
    [tx.committeeId, objectId, readingRoot(tx)],
  );
}
