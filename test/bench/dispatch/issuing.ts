import type { Role } from '@hub/core';

import type { BenchWorld } from '../world/bench-world';
import { median, print, printRatio, timed } from '../world/timing';
import { addDirectory } from './directory';
import { addSeries, readyDocument } from './ready-document';

const SIZES = [132, 10_000, 100_000];
const ROUNDS = 5;

/** Every column a command can set: the generated one is computed by both sides. */
const WRITTEN_COLUMNS = `
  select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
  where attrelid = 'dispatch.receipt'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

interface Rates {
  readonly command: number;
  readonly sameTable: number;
  readonly bareTable: number;
}

/**
 * Issuing to N organisations against bare INSERT … SELECTs of the same receipts, as superuser, into the same table and
 * into one without any index, taken in turns in one run.
 */
export async function benchIssuing(world: BenchWorld): Promise<void> {
  const people = new Map<Role, ReturnType<BenchWorld['person']>>();
  const office = (role: Role) => {
    const known = people.get(role) ?? world.person(role);
    people.set(role, known);
    return known;
  };
  const seriesId = await addSeries(world, office);
  await world.owner.query('create table public.bare_receipt (like dispatch.receipt)');
  const rates: Rates[] = [];
  for (const size of SIZES) {
    const groupId = await addDirectory(world, size);
    const rate = await measure(world, size, () => readyDocument(world, office, { seriesId, groupId }));
    rates.push(rate);
    print(
      `发给 ${size} 个党组织：命令 ${perSecond(rate.command)}，同表直插 ${perSecond(rate.sameTable)}，无索引表直插 ${perSecond(rate.bareTable)}`,
    );
  }
  report(rates);
}

async function measure(world: BenchWorld, size: number, ready: () => ReturnType<typeof readyDocument>): Promise<Rates> {
  const command: number[] = [];
  const sameTable: number[] = [];
  const bareTable: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const document = await ready();
    // Approving wrote the distribution a moment ago; in life hours lie between.
    await world.owner.query('analyze dispatch.distribution');
    command.push(await timed(document.issue));
    sameTable.push(await copyReceipts(world, document.documentId, 'dispatch.receipt'));
    bareTable.push(await copyReceipts(world, document.documentId, 'public.bare_receipt'));
  }
  const rate = (times: readonly number[]): number => (size / median(times)) * 1000;
  return { command: rate(command), sameTable: rate(sameTable), bareTable: rate(bareTable) };
}

/** The same rows again under another document, in one statement; the time it takes. */
async function copyReceipts({ ids, owner }: BenchWorld, documentId: string, table: string): Promise<number> {
  const { rows } = await owner.query<{ columns: string }>(WRITTEN_COLUMNS);
  const columns = rows[0]?.columns ?? '';
  const copied = columns.replace('document_id', '$2::uuid');
  const statement = `insert into ${table} (${columns}) select ${copied} from dispatch.receipt where document_id = $1`;
  return timed(() => owner.query(statement, [documentId, ids.next()]));
}

function report(rates: readonly Rates[]): void {
  const [small, , large] = rates as [Rates, Rates, Rates];
  const toSameTable = large.command / large.sameTable;
  const toBareTable = large.command / large.bareTable;
  printRatio('发文 100000 份与同表直插之比', toSameTable, '≥ 0.7', toSameTable >= 0.7);
  printRatio('发文 100000 份与无索引表直插之比', toBareTable, '≥ 0.2', toBareTable >= 0.2);
  const [, middle] = rates as [Rates, Rates, Rates];
  const linear = large.command / middle.command;
  printRatio('发文速率，100000 份与 10000 份之比', linear, '≥ 0.7', linear >= 0.7);
  print(`  每秒份数，132 份时 ${Math.round(small.command)}（固定开销为主）`);
}

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} 行/秒`;
