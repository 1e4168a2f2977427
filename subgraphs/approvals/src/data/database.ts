import type { DatabaseDefinition } from '@hub/persistence';

import { Kernel1763769600000 } from './migrations/1763769600000-kernel';
import { Request1763769600001 } from './migrations/1763769600001-request';
import { Walls1763769600040 } from './migrations/1763769600040-walls';
import { Trail1763769600050 } from './migrations/1763769600050-trail';
import { OutboxConfirmation1763769600064 } from './migrations/1763769600064-outbox-confirmation';
import { ParkedIndex1763769600065 } from './migrations/1763769600065-parked-index';
import { TimeRules1763769600067 } from './migrations/1763769600067-time-rules';
import { Deadlines1763769600080 } from './migrations/1763769600080-deadlines';
import { Recounts1763769600085 } from './migrations/1763769600085-recounts';
import { ScopeOfAnyOwner1763769600139 } from './migrations/1763769600139-scope-of-any-owner';

export const approvalsDatabase: DatabaseDefinition = {
  schema: 'approvals',
  entities: [],
  migrations: [
    Kernel1763769600000,
    Request1763769600001,
    Walls1763769600040,
    Trail1763769600050,
    TimeRules1763769600067,
    OutboxConfirmation1763769600064,
    Deadlines1763769600080,
    ParkedIndex1763769600065,
    Recounts1763769600085,
    ScopeOfAnyOwner1763769600139,
  ],
};
