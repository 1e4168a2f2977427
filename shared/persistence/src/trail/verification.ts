import { NO_COMMITTEE } from '@hub/core';

import { type ChainKey, chainName, type Head, NO_PART } from './act';
import type { UnsealedAct } from './act-rows';
import type { UnsealedSum } from './checkpoint-files';
import { type ChainEnd, ChainJudge, type Finding, type SealedAct } from './judge-chain';

/** What the checkpoints say. */
export interface Witness {
  /** The last end of each chain that a checkpoint saw. */
  readonly heads: ReadonlyMap<string, Head>;
  /** The last act of each chain that was taken out when its time was over. */
  readonly expired: ReadonlyMap<string, Head>;
  /** The acts that had no seal when the first one was taken; null while there is none. */
  readonly unsealed: UnsealedSum | null;
}

/** Judges the chains of a trail one after another, and counts what it saw. */
export class Verification {
  readonly findings: Finding[] = [];
  /** Ends that no checkpoint has seen yet. */
  readonly unwitnessed: Head[] = [];
  acts = 0;
  chains = 0;
  unsealed = 0;
  #judge: ChainJudge | null = null;
  #last: { readonly act: SealedAct; readonly head: ChainEnd | null } | null = null;
  /** Chains whose acts have been seen are taken out: what is left has none any more. */
  readonly #awaited: Map<string, Head>;

  constructor(
    private readonly key: Buffer,
    private readonly witness: Witness,
  ) {
    this.#awaited = new Map(witness.heads);
  }

  /** The next act, chain by chain; `head` is the kept end of its chain as the same statement saw it. */
  take(act: SealedAct, head: ChainEnd | null): void {
    if (!this.#last || chainName(this.#last.act) !== chainName(act)) {
      this.#endChain();
      this.#judge = this.#begin(act);
    }
    this.#judge?.take(act);
    this.#last = { act, head };
    this.acts += 1;
  }

  /** Once every act was taken: `orphans` are kept ends of chains that have no act. */
  end(orphans: readonly Head[]): void {
    this.#endChain();
    for (const orphan of orphans) this.findings.push(...this.#begin(orphan).end(orphan));
    for (const head of [...this.#awaited.values()]) this.findings.push(...this.#begin(head).end(null));
  }

  #begin(chain: ChainKey): ChainJudge {
    const name = chainName(chain);
    const checkpoint = this.#awaited.get(name) ?? null;
    const expired = this.witness.expired.get(name) ?? null;
    this.#awaited.delete(name);
    this.chains += 1;
    return new ChainJudge(chain, this.key, { checkpoint, expired });
  }

  #endChain(): void {
    if (!this.#last || !this.#judge) return;
    const { act, head } = this.#last;
    this.findings.push(...this.#judge.end(head));
    // The end alone: the first verification of a long trail would hold every last act otherwise.
    if (this.witness.heads.get(chainName(act))?.position !== act.position) this.unwitnessed.push(headOf(act));
    this.#judge = null;
    this.#last = null;
  }

  /**
   * Acts of before the trail was chained are known by the sum in its first checkpoint. Where there were none, each one was
   * put in by hand; where there were, it cannot be told which one was touched.
   */
  judgeUnsealed(sum: UnsealedSum, acts: readonly UnsealedAct[]): void {
    this.unsealed = sum.count;
    const { unsealed: sealed } = this.witness;
    if (sealed === null || (sealed.count === sum.count && sealed.digest === sum.digest)) return;
    if (sealed.count > 0) {
      this.findings.push({ ...BEFORE_THE_CHAIN, kind: 'CHANGED', from: 1, to: sealed.count, actId: null });
      return;
    }
    this.unsealed = 0;
    for (const { id, ...chain } of acts) this.findings.push({ ...chain, kind: 'INSERTED', from: 0, to: 0, actId: id });
  }
}

const headOf = ({ committeeId, objectType, objectId, partId, position, seal }: SealedAct): Head => ({
  committeeId,
  objectType,
  objectId,
  partId,
  position,
  seal,
});

const BEFORE_THE_CHAIN: ChainKey = {
  committeeId: NO_COMMITTEE,
  objectType: 'unsealed',
  objectId: NO_PART,
  partId: NO_PART,
};
