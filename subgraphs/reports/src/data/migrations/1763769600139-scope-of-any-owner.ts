import { SqlMigration, scopeOfAnyOwner } from '@hub/persistence';

export class ScopeOfAnyOwner1763769600139 extends SqlMigration {
  protected statements(): string[] {
    return scopeOfAnyOwner('reports');
  }
}
