import type { DatabaseDefinition } from '@hub/persistence';

import { AccountEntity } from './account.entity';
import { Kernel1763769600000 } from './migrations/1763769600000-kernel';
import { Structure1763769600001 } from './migrations/1763769600001-structure';
import { Accounts1763769600002 } from './migrations/1763769600002-accounts';
import { PostEntity } from './post.entity';
import { SessionEntity } from './session.entity';

export const organizationDatabase: DatabaseDefinition = {
  schema: 'organization',
  entities: [AccountEntity, PostEntity, SessionEntity],
  migrations: [Kernel1763769600000, Structure1763769600001, Accounts1763769600002],
};
