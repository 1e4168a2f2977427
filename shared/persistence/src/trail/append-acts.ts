import type { Id } from '@hub/core';

import { type Act, type ChainKey, chainName, type Head } from './act';
import { NO_SEAL, sealAct } from './seal-act';

/** An act that has no place in its chain yet. */
export type NewAct = Omit<Act, 'position'>;

interface HeadRow {
  readonly object_type: string;
  readonly object_id: string;
  readonly part_id: string;
  readonly position: string;
  readonly seal: Buffer;
}

/** The transaction of the acts: where they go, and under which key. */
export interface TrailWriter {
  readonly schema: string;
  readonly committeeId: Id;
  readonly key: Buffer;
  /** A statement that is planned once under its name. */
  query<Row>(text: string, values: readonly unknown[], name: string): Promise<Row[]>;
}

/** Appends acts to the chains of their objects: two statements, whatever their number. */
export async function appendActs(writer: TrailWriter, acts: readonly NewAct[]): Promise<void> {
  const heads = new Map((await lockHeads(writer, acts)).map((head) => [chainName(head), head]));
  const known = new Map([...heads].map(([name, { position }]) => [name, position]));
  const sealed = acts.map((act) => {
    const previous = heads.get(chainName(act));
    // The row keeps JSON: what is sealed is what can be read back.
    const before: unknown = JSON.parse(JSON.stringify(act.before));
    const after: unknown = JSON.parse(JSON.stringify(act.after));
    const placed: Act = { ...act, before, after, position: (previous?.position ?? 0) + 1 };
    const seal = sealAct(writer.key, previous?.seal ?? NO_SEAL, placed);
    heads.set(chainName(act), { ...placed, seal });
    return { ...placed, seal };
  });
  const ends = [...heads].map(([name, head]) => ({ ...head, isNew: !known.has(name) }));
  await write(writer, sealed, ends);
}

/** In one order, so that two acts never wait for each other. A chain that begins has no head to lock. */
async function lockHeads(writer: TrailWriter, acts: readonly ChainKey[]): Promise<Head[]> {
  const { committeeId, schema } = writer;
  const chains = [...new Map(acts.map((act) => [chainName(act), act])).values()];
  const rows = await writer.query<HeadRow>(
    `select h.object_type, h.object_id, h.part_id, h.position, h.seal
     from ${schema}.audit_head h
     join unnest($2::text[], $3::uuid[], $4::uuid[]) as c(object_type, object_id, part_id)
       on (h.object_type, h.object_id, h.part_id) = (c.object_type, c.object_id, c.part_id)
     where h.committee_id = $1
     order by h.object_type, h.object_id, h.part_id
     for update of h`,
    [
      committeeId,
      chains.map(({ objectType }) => objectType),
      chains.map(({ objectId }) => objectId),
      chains.map(({ partId }) => partId),
    ],
    'lock-heads',
  );
  return rows.map((row) => ({
    committeeId,
    objectType: row.object_type,
    objectId: row.object_id,
    partId: row.part_id,
    position: Number(row.position),
    seal: row.seal,
  }));
}

type SealedAct = Act & Pick<Head, 'seal'>;

const hex = (seal: Buffer): string => `\\x${seal.toString('hex')}`;

/** A chain that another act began at the same moment refuses the second beginning: the act is tried again whole. */
async function write(
  writer: TrailWriter,
  acts: readonly SealedAct[],
  ends: readonly (Head & { readonly isNew: boolean })[],
): Promise<void> {
  const { committeeId, schema } = writer;
  await writer.query(
    `with heads as (
       select * from jsonb_to_recordset($2::jsonb)
         as h("objectType" text, "objectId" uuid, "partId" uuid, position bigint, seal bytea, "isNew" boolean)
     ), moved as (
       update ${schema}.audit_head a set position = h.position, seal = h.seal
       from heads h
       where not h."isNew" and a.committee_id = $1
         and (a.object_type, a.object_id, a.part_id) = (h."objectType", h."objectId", h."partId")
     ), begun as (
       insert into ${schema}.audit_head (committee_id, object_type, object_id, part_id, position, seal)
       select $1, h."objectType", h."objectId", h."partId", h.position, h.seal from heads h where h."isNew"
     )
     insert into ${schema}.audit
       (committee_id, id, at, request_id, actor_name, account_id, post_id, unit_id, delegation_id, action,
        object_type, object_id, part_id, before, after, position, seal)
     select $1, r.id, r.at, r."requestId", r."actorName", r."accountId", r."postId", r."unitId", r."delegationId",
            r.action, r."objectType", r."objectId", r."partId", r.before, r.after, r.position, r.seal
     from jsonb_to_recordset($3::jsonb)
       as r(id uuid, at timestamptz, "requestId" text, "actorName" text, "accountId" uuid, "postId" uuid,
            "unitId" uuid, "delegationId" uuid, action text, "objectType" text, "objectId" uuid, "partId" uuid,
            before jsonb, after jsonb, position bigint, seal bytea)`,
    [
      committeeId,
      JSON.stringify(ends.map((head) => ({ ...head, seal: hex(head.seal) }))),
      JSON.stringify(acts.map((act) => ({ ...act, seal: hex(act.seal) }))),
    ],
    'append-acts',
  );
}
