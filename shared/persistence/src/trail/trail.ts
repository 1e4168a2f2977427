import { type Clock, type Id, idLowerBound, NO_COMMITTEE, type SystemActor } from '@hub/core';

import { persistenceError } from '../errors';
import type { SubgraphDatabase } from '../subgraph-database';
import { chainName, type Head, type TrailKeys, trailKeys } from './act';
import { expiredEnds, headsSince, headsWithoutActs, sealedActs, unsealedActs, unsealedSum } from './act-rows';
import {
  type Checkpoint,
  CheckpointDamage,
  CheckpointFiles,
  type CheckpointSeal,
  type UnsealedSum,
} from './checkpoint-files';
import type { Finding } from './judge-chain';
import { Verification, type Witness } from './verification';

/** What a verification saw. */
export interface TrailReport {
  readonly acts: number;
  readonly chains: number;
  /** Of before the trail was chained: nobody vouches for them. */
  readonly unsealed: number;
  readonly checkpoints: number;
  /** When the last checkpoint was taken; null when there is none. */
  readonly lastCheckpointAt: Date | null;
  /** From this one on the checkpoints cannot be believed; null when all can. */
  readonly damage: CheckpointDamage | null;
  readonly findings: readonly Finding[];
}

export const isSound = ({ findings, damage }: TrailReport): boolean => findings.length === 0 && damage === null;

export interface TrailOptions {
  readonly database: Pick<SubgraphDatabase, 'read' | 'schema'>;
  readonly auditKey: Uint8Array;
  /** The folder with the checkpoints. */
  readonly auditDir: string;
  readonly clock: Clock;
}

/** Reads the trail and nothing else; of every committee, when it verifies. */
export const trailKeeper = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'audit-trail' });

const KEEPER = trailKeeper(NO_COMMITTEE);

/** An act whose transaction ran on for longer than this is seen by the checkpoint after the nightly verification. */
const OVERLAP_MS = 10 * 60_000;

/** Deletes the acts of each chain up to its given end; answers how many there were. */
export type RemoveActs = (ends: readonly Head[]) => Promise<number>;

interface ReadCheckpoints extends Witness {
  readonly last: CheckpointSeal | null;
  readonly damage: CheckpointDamage | null;
}

/** The audit trail of one subgraph as its keeper sees it: checkpoints are taken, and the whole is verified. */
export class Trail {
  readonly #keys: TrailKeys;
  readonly #files: CheckpointFiles;

  constructor(private readonly options: TrailOptions) {
    const { auditDir, auditKey, database } = options;
    this.#keys = trailKeys(auditKey, database.schema);
    this.#files = new CheckpointFiles(auditDir, database.schema, this.#keys.checkpoints);
  }

  /** Puts the ends of the chains that grew since the last checkpoint outside the database; answers how many. */
  async checkpoint(): Promise<number> {
    const { clock, database } = this.options;
    const last = await this.#files.last();
    const since = last === null ? new Date(0) : new Date(last.at.getTime() - OVERLAP_MS);
    const at = clock.now();
    const heads = await database.read(KEEPER, (tx) => headsSince(tx, database.schema, idLowerBound(since)));
    if (heads.length > 0 || last === null) await this.#append({ at, heads, expired: [] });
    return heads.length;
  }

  /** Judges every act. */
  async verify(): Promise<TrailReport> {
    return (await this.#verify()).report;
  }

  /** Judges every act and, when nothing is wrong, takes a checkpoint of the ends that none has seen. */
  async verifyAndCheckpoint(): Promise<TrailReport> {
    const { report, unwitnessed } = await this.#verify();
    if (isSound(report) && unwitnessed.length > 0) {
      await this.#append({ at: this.options.clock.now(), heads: unwitnessed, expired: [] });
    }
    return report;
  }

  /**
   * Takes out the acts on these nouns of before a day, at least a year old (互联网政务应用安全管理规定 Art 20), and says so
   * in a checkpoint first: the chains go on behind what is gone. `remove` deletes as the owner of the tables, since no
   * role of the hub may. Throws AUDIT_TRAIL_BROKEN: what is not whole is not made smaller.
   */
  async expire(objectTypes: readonly string[], before: Date, remove: RemoveActs): Promise<number> {
    const { clock, database } = this.options;
    const now = clock.now();
    if (before > yearBefore(now)) throw persistenceError('RETENTION_FLOOR');
    await this.#removeExpired(remove);
    const { report } = await this.#verify();
    if (!isSound(report)) throw persistenceError('AUDIT_TRAIL_BROKEN', { findings: report.findings.length });
    const expired = await database.read(KEEPER, (tx) => expiredEnds(tx, database.schema, objectTypes, before));
    if (expired.length === 0) return 0;
    await this.#append({ at: now, heads: [], expired });
    return remove(expired);
  }

  /** Finishes what a crash left between the checkpoint that says so and the rows. */
  async #removeExpired(remove: RemoveActs): Promise<void> {
    const { expired } = await this.#readCheckpoints();
    if (expired.size > 0) await remove([...expired.values()]);
  }

  /** Under a lock of the database: two processes that append to one file at once would bind both to the same seal. */
  #append(checkpoint: Omit<Checkpoint, 'sequence'>): Promise<CheckpointSeal> {
    const { database } = this.options;
    return database.read(KEEPER, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('audit-checkpoint'), hashtext($1))`, [database.schema]);
      const last = await this.#files.last();
      const unsealed = last === null ? await unsealedSum(tx, database.schema) : undefined;
      return this.#files.append(last, { ...checkpoint, unsealed });
    });
  }

  async #verify(): Promise<{ report: TrailReport; unwitnessed: readonly Head[] }> {
    const { database } = this.options;
    const { damage, last, ...witness } = await this.#readCheckpoints();
    const verification = new Verification(this.#keys.acts, witness);
    await database.read(KEEPER, async (tx) => {
      for await (const { act, head } of sealedActs(tx, database.schema)) verification.take(act, head);
      verification.end(await headsWithoutActs(tx, database.schema));
      verification.judgeUnsealed(await unsealedSum(tx, database.schema), await unsealedActs(tx, database.schema));
    });
    const { acts, chains, unsealed, findings, unwitnessed } = verification;
    const checkpoints = { checkpoints: last?.sequence ?? 0, lastCheckpointAt: last?.at ?? null, damage };
    return { report: { acts, chains, unsealed, findings, ...checkpoints }, unwitnessed };
  }

  async #readCheckpoints(): Promise<ReadCheckpoints> {
    const heads = new Map<string, Head>();
    const expired = new Map<string, Head>();
    let unsealed: UnsealedSum | null = null;
    let last: CheckpointSeal | null = null;
    try {
      last = await this.#files.read((checkpoint) => {
        unsealed ??= checkpoint.unsealed ?? null;
        for (const head of checkpoint.heads) keepFarther(heads, head);
        for (const head of checkpoint.expired) keepFarther(expired, head);
      });
      return { heads, expired, unsealed, last, damage: null };
    } catch (error) {
      if (!(error instanceof CheckpointDamage)) throw error;
      return { heads, expired, unsealed, last, damage: error };
    }
  }
}

/** A checkpoint may be written after one that saw more. */
function keepFarther(ends: Map<string, Head>, head: Head): void {
  const name = chainName(head);
  if ((ends.get(name)?.position ?? 0) < head.position) ends.set(name, head);
}

function yearBefore(now: Date): Date {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day;
}
