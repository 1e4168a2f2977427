import { actorName, type Id, type IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { type DeadlineBook, type DeadlineKey, deadlineName } from '../book';
import { recordMoves } from '../ledger/move-rows';
import { settleMatter } from '../ledger/settle-matter';
import { tellMove } from '../ledger/tell-move';
import { type EndedDeadline, type KeptDeadline, KeptRows, type NewDeadline, type NewEnd } from './kept-rows';

/** The kept deadlines of one subgraph in the transaction of the act that begins, moves or ends what is owed. */
export class KeptDeadlines {
  readonly #rows: KeptRows;

  constructor(
    private readonly tx: Transaction,
    private readonly ids: IdFactory,
    private readonly book: DeadlineBook,
  ) {
    this.#rows = new KeptRows(tx, book.schema);
  }

  /** Begins clocks; what was ended before begins anew, what runs stays as it is. */
  open(deadlines: readonly NewDeadline[]): Promise<void> {
    return this.#rows.open(deadlines);
  }

  /** Moves ends of clocks that run, writes down why, and tells whose clocks they are. Ends that stay the same are left. */
  async move(ends: readonly NewEnd[], reason: string): Promise<void> {
    const moved = pairs(await this.#rows.lock(ends), ends).filter(
      ({ from, to }) => from.dueAt.getTime() !== to.dueAt.getTime(),
    );
    if (moved.length === 0) return;
    await this.#rows.move(moved.map(({ to }) => to));
    const movedByName = actorName(this.tx.actor);
    await recordMoves(
      this.tx,
      this.ids,
      this.book.schema,
      moved.map(({ from, to }) => ({
        ...from,
        fromDueAt: from.dueAt,
        toDueAt: to.dueAt,
        reason,
        fromCalendar: from.calendarVersion,
        toCalendar: to.calendarVersion,
        movedByName,
      })),
    );
    const matters = await this.book.describe(
      this.tx,
      moved.map(({ from }) => from),
    );
    for (const [index, { from, to }] of moved.entries()) {
      const matter = matters[index] ?? from.matter;
      tellMove(
        { tx: this.tx, ids: this.ids, book: this.book },
        { ...from, dueAt: to.dueAt },
        matter,
        `原因：${reason}。`,
      );
    }
  }

  /** Ends clocks, whatever else is said of their notices: nothing more is owed. */
  async close(keys: readonly DeadlineKey[], reason: string): Promise<void> {
    settle(this.tx, await this.#rows.close(keys, reason));
  }

  /** Ends all clocks of an organisation, as when it is dissolved. */
  async closeOf(organizationId: Id, reason: string): Promise<void> {
    settle(this.tx, await this.#rows.closeOf(organizationId, reason));
  }
}

interface Pair {
  readonly from: KeptDeadline;
  readonly to: NewEnd;
}

function pairs(running: readonly KeptDeadline[], ends: readonly NewEnd[]): Pair[] {
  const byName = new Map(ends.map((end) => [deadlineName(end), end]));
  return running.flatMap((from) => {
    const to = byName.get(deadlineName(from));
    return to ? [{ from, to }] : [];
  });
}

/** What nobody was told of has no notices. */
function settle(tx: Transaction, ended: readonly EndedDeadline[]): void {
  for (const { subjectId, subjectType, subjectKey, obligation, toldAt } of ended) {
    if (toldAt === null) continue;
    settleMatter(tx, subjectId, { type: subjectType, id: subjectKey, obligation }, toldAt);
  }
}
