import type { ReadTransaction } from '../transaction';
import type { ChainKey, Head } from './act';
import type { UnsealedSum } from './checkpoint-files';
import type { ChainEnd, SealedAct } from './judge-chain';

/** An act with the end that is kept of its chain, as one statement saw both. */
export interface WitnessedAct {
  readonly act: SealedAct;
  readonly head: ChainEnd | null;
}

interface ActRow extends Omit<SealedAct, 'position'> {
  readonly position: string;
  readonly headPosition: string | null;
  readonly headSeal: Buffer | null;
}

type HeadRow = Omit<Head, 'position'> & { readonly position: string };

const PAGE = 2_000;

const CHAIN = 'a.committee_id, a.object_id, a.object_type, a.part_id';

/** Every sealed act, chain by chain, in the order of their places; by pages, so that no statement runs long. */
export async function* sealedActs(tx: ReadTransaction, schema: string): AsyncGenerator<WitnessedAct> {
  let after: readonly unknown[] = [null, null, null, null, null, null];
  for (;;) {
    const rows = await tx.query<ActRow>(
      `select a.committee_id as "committeeId", a.object_type as "objectType", a.object_id as "objectId",
              a.part_id as "partId", a.position, a.id, a.at, a.request_id as "requestId", a.actor_name as "actorName",
              a.account_id as "accountId", a.post_id as "postId", a.unit_id as "unitId",
              a.delegation_id as "delegationId", a.action, a.before, a.after, a.seal,
              h.position as "headPosition", h.seal as "headSeal"
       from ${schema}.audit a
       left join ${schema}.audit_head h
         on (h.committee_id, h.object_id, h.object_type, h.part_id) = (${CHAIN})
       where a.position is not null
         and ($1::uuid is null or (${CHAIN}, a.position, a.id) > ($1, $2::uuid, $3::text, $4::uuid, $5::bigint, $6::uuid))
       order by ${CHAIN}, a.position, a.id limit ${PAGE}`,
      after,
    );
    for (const { headPosition, headSeal, ...row } of rows) {
      const head = headPosition === null ? null : { position: Number(headPosition), seal: headSeal as Buffer };
      yield { act: { ...row, position: Number(row.position) }, head };
    }
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = [last.committeeId, last.objectId, last.objectType, last.partId, last.position, last.id];
  }
}

/** Chains of which only the end is kept. */
export async function headsWithoutActs(tx: ReadTransaction, schema: string): Promise<Head[]> {
  const rows = await tx.query<HeadRow>(
    `select h.committee_id as "committeeId", h.object_type as "objectType", h.object_id as "objectId",
            h.part_id as "partId", h.position, h.seal
     from ${schema}.audit_head h
     where not exists (
       select from ${schema}.audit a
       where (a.committee_id, a.object_id, a.object_type, a.part_id)
           = (h.committee_id, h.object_id, h.object_type, h.part_id) and a.position is not null)`,
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

/** The ends of the chains that grew since an id was minted. */
export async function headsSince(tx: ReadTransaction, schema: string, id: string): Promise<Head[]> {
  const rows = await tx.query<HeadRow>(
    `select distinct on (${CHAIN})
            a.committee_id as "committeeId", a.object_type as "objectType", a.object_id as "objectId",
            a.part_id as "partId", a.position, a.seal
     from ${schema}.audit a where a.id >= $1 and a.position is not null
     order by ${CHAIN}, a.position desc`,
    [id],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

export interface UnsealedAct extends ChainKey {
  readonly id: string;
}

/** Acts of before the trail was chained, or put in by hand. */
export function unsealedActs(tx: ReadTransaction, schema: string): Promise<UnsealedAct[]> {
  return tx.query<UnsealedAct>(
    `select committee_id as "committeeId", object_type as "objectType", object_id as "objectId", part_id as "partId", id
     from ${schema}.audit where position is null order by id limit ${PAGE}`,
  );
}

/** Of columns that were there before the trail was chained: later ones must not change the sum. */
export async function unsealedSum(tx: ReadTransaction, schema: string): Promise<UnsealedSum> {
  const [sum] = await tx.query<UnsealedSum>(
    `select count(*)::int as count,
            coalesce(encode(sha256(convert_to(string_agg(a.digest, '' order by a.id), 'UTF8')), 'hex'), '') as digest
     from (
       select id, md5(row(committee_id, id, extract(epoch from at), request_id, actor_name, account_id, post_id, unit_id,
                          action, object_type, object_id, before, after)::text) as digest
       from ${schema}.audit where position is null
     ) a`,
  );
  return sum ?? { count: 0, digest: '' };
}

/** The last act of each chain on these nouns that is older than the given day, as all before it are. */
export async function expiredEnds(
  tx: ReadTransaction,
  schema: string,
  objectTypes: readonly string[],
  before: Date,
): Promise<Head[]> {
  const rows = await tx.query<HeadRow>(
    `select distinct on (${CHAIN})
            a.committee_id as "committeeId", a.object_type as "objectType", a.object_id as "objectId",
            a.part_id as "partId", a.position, a.seal
     from ${schema}.audit a
     where a.object_type = any($1) and a.position is not null and a.at < $2
       and not exists (
         select from ${schema}.audit b
         where (b.committee_id, b.object_id, b.object_type, b.part_id) = (${CHAIN})
           and b.position < a.position and b.at >= $2)
     order by ${CHAIN}, a.position desc`,
    [[...objectTypes], before],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}
