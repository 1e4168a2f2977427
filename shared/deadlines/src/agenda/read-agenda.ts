import { addDays, type Id, localDate, type Page, type PageRequest, type Reach, startOfDay } from '@hub/core';
import { type ReadTransaction, requireReader, type UseCaseContext, unitsInSight, unitsOfZone } from '@hub/persistence';

import type { DeadlineBook, Matter } from '../book';
import { laddersOf } from '../ledger/ladders-of';
import { ladderOf } from '../rules/ladder-of';
import { type AgendaRow, agendaOf, type ProposalRow, proposalsOf } from './agenda-rows';
import { deadlinePolicy } from './deadline.policy';

/** 全部, 已超期, or still ahead. */
export const DEADLINE_STANDINGS = { OPEN: '未办结的全部', OVERDUE: '已超期', UPCOMING: '未到期' } as const;

export type DeadlineStanding = keyof typeof DEADLINE_STANDINGS;

export interface DeadlineFilter {
  readonly standing?: DeadlineStanding | null;
  /** Due until the end of so many days from today on. */
  readonly withinDays?: number | null;
  readonly obligations?: readonly string[] | null;
  readonly minLevel?: number | null;
  readonly zoneId?: Id | null;
}

/** Where a subgraph knows units from: the directory that events brought, unless it is their home. */
export interface UnitSource {
  /** null: all of the committee. */
  inSight(tx: ReadTransaction, reach: Reach | null): Promise<readonly Id[] | null>;
  ofZone(tx: ReadTransaction, zoneId: Id): Promise<readonly Id[]>;
}

export interface AgendaSource {
  readonly book: DeadlineBook;
  readonly units: UnitSource;
}

export const directoryUnits = (schema: string): UnitSource => ({
  inSight: (tx, reach) => unitsInSight(tx, schema, reach),
  ofZone: (tx, zoneId) => unitsOfZone(tx, schema, zoneId),
});

/** Units that an agenda is asked about: one, or those of a zone; null for all in sight. */
export interface AgendaScope {
  readonly unitId: Id | null;
  readonly zoneId: Id | null;
}

export interface AgendaItem {
  readonly row: AgendaRow;
  readonly matter: Matter;
  /** The level of the step that comes next. */
  readonly nextLevel: number | null;
}

export interface ProposalItem extends AgendaItem {
  readonly row: ProposalRow;
  /** 书面督办: released with a document number. */
  readonly inWriting: boolean;
}

/** What is due in one subgraph, as far as the reader sees it: a unit's people their own unit's, the office all of it. */
export function readDeadlines(
  ctx: UseCaseContext,
  { book, units }: AgendaSource,
  unitId: Id | null,
  filter: DeadlineFilter,
  page: PageRequest,
): Promise<Page<AgendaItem>> {
  requireReader(ctx);
  const now = ctx.clock.now();
  return ctx.read(async (tx) => {
    const sight = await units.inSight(tx, deadlinePolicy.reachOf(tx.actor, 'readAgenda'));
    const unitIds = await unitsAsked(tx, units, { unitId, zoneId: filter.zoneId ?? null });
    const { obligations = null, minLevel = null } = filter;
    const narrowed = { unitIds, obligations, minLevel, ...periodOf(filter, now) };
    const rows = await agendaOf(tx, book.schema, sight, narrowed, page);
    return { ...rows, items: await itemsOf(tx, book, rows.items) };
  });
}

/** Levels that wait for a person of the office. */
export function readProposals(
  ctx: UseCaseContext,
  { book, units }: AgendaSource,
  unitId: Id | null,
  filter: Omit<DeadlineFilter, 'standing' | 'withinDays' | 'minLevel'> & { readonly levels?: readonly number[] | null },
  page: PageRequest,
): Promise<Page<ProposalItem>> {
  const { committeeId } = requireReader(ctx);
  deadlinePolicy.assertMay(requireReader(ctx), 'readProposals', { committeeId });
  return ctx.read(async (tx) => {
    const unitIds = await unitsAsked(tx, units, { unitId, zoneId: filter.zoneId ?? null });
    const { obligations = null, levels = null } = filter;
    const rows = await proposalsOf(tx, book.schema, { unitIds, obligations, levels }, page);
    const items = await itemsOf(tx, book, rows.items);
    return { ...rows, items };
  });
}

async function unitsAsked(
  tx: ReadTransaction,
  source: UnitSource,
  { unitId, zoneId }: AgendaScope,
): Promise<readonly Id[] | null> {
  if (zoneId === null) return unitId === null ? null : [unitId];
  const units = await source.ofZone(tx, zoneId);
  return unitId === null ? units : units.filter((each) => each === unitId);
}

function periodOf({ standing, withinDays }: DeadlineFilter, now: Date) {
  const until = withinDays == null ? null : startOfDay(addDays(localDate(now), withinDays + 1));
  switch (standing ?? 'OPEN') {
    case 'OPEN':
      return { dueFrom: null, dueBefore: until };
    case 'OVERDUE':
      return { dueFrom: null, dueBefore: now };
    case 'UPCOMING':
      return { dueFrom: now, dueBefore: until };
  }
}

/** Rows with what they are about and what comes next. A thing that is gone owes nothing. */
async function itemsOf<Row extends AgendaRow>(tx: ReadTransaction, book: DeadlineBook, rows: readonly Row[]) {
  if (rows.length === 0) return [];
  const matters = await book.describe(tx, rows);
  const ladders = await laddersOf(tx, book.schema);
  return rows.flatMap((row, index) => {
    const matter = matters[index];
    if (!matter) return [];
    const ladder = ladderOf(ladders, row, matter.urgency);
    const stepOf = (code: string | null) => ladder?.steps.find((step) => step.code === code?.split('#')[0]);
    const proposed = 'step' in row ? stepOf(row.step as string) : undefined;
    return [{ row, matter, nextLevel: stepOf(row.nextStep)?.level ?? null, inWriting: proposed?.inWriting ?? false }];
  });
}
