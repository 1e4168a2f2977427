import { DomainError } from '@hub/core';

import type { ExportFacts, ExportLog } from '../src/exports';

interface Logged {
  readonly actor: string;
  readonly facts: ExportFacts;
  outcome: string | null;
  rows: number | null;
}

/** The log of exports as the gateway sees it: what stands in it is the test's to read. */
export class StubExportLog implements ExportLog {
  entries: Logged[] = [];
  fails: Error | null = null;
  /** Whether a second person agreed to many rows. */
  granted = false;

  reset(): void {
    Object.assign(this, { entries: [], fails: null, granted: false });
  }

  begin: ExportLog['begin'] = async (actor, _, facts) => {
    if (this.fails) throw this.fails;
    if (facts.isBulk && !this.granted) throw new DomainError('FORBIDDEN', 'EXPORT_NEEDS_APPROVAL', '须批准。');
    this.entries.push({ actor: actor.side, facts, outcome: null, rows: null });
    return String(this.entries.length - 1);
  };

  finish: ExportLog['finish'] = async (_, __, exportId, outcome, rows) => {
    Object.assign(this.entries[Number(exportId)] as Logged, { outcome, rows });
  };

  /** How the first one ended: written when the connection is done with it, a moment after the answer. */
  async outcome() {
    const [first] = this.entries;
    while (first !== undefined && first.outcome === null) await new Promise((resolve) => setImmediate(resolve));
    return first && [first.outcome, first.rows];
  }
}
