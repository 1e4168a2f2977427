import type { Act, ChainKey, Head } from './act';
import { NO_SEAL, sealAct } from './seal-act';

/** What can be wrong with a trail. */
export const FINDING_KINDS = [
  /** A kept field of the act is not what it was, or the act stands in another's place. */
  'CHANGED',
  /** Acts between two others are gone. */
  'REMOVED',
  /** An act stands where another stands already, or was never sealed. */
  'INSERTED',
  /** The last acts of a chain, or the whole chain, are gone. */
  'CUT_OFF',
  /** The chain was begun anew: what a checkpoint saw at this place is not what stands there. */
  'REWRITTEN',
  /** The kept end of a chain is not its end. */
  'HEAD_WRONG',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding extends ChainKey {
  readonly kind: FindingKind;
  /** The first and the last place that is concerned. */
  readonly from: number;
  readonly to: number;
  /** The act that stands there, if one does. */
  readonly actId: string | null;
}

export type SealedAct = Act & { readonly seal: Buffer };

/** Where a chain ends, or ended when a checkpoint was taken. */
export type ChainEnd = Pick<Head, 'position' | 'seal'>;

/** What is known of a chain from outside the database. */
export interface ChainWitness {
  /** The last end that a checkpoint saw. */
  readonly checkpoint: ChainEnd | null;
  /** The last act that was taken out when its time was over; the chain goes on behind it. */
  readonly expired: ChainEnd | null;
}

/** Follows one chain from its first act to its last. Acts come in the order of their places. */
export class ChainJudge {
  readonly #findings: Finding[] = [];
  /** The seal before the next act; with what it should be, so that a seal damaged alone accuses no act behind it. */
  #previous: readonly Buffer[];
  /** Acts that stand in one place: one of them belongs there. */
  #rivals: SealedAct[] = [];
  #end: ChainEnd;
  #lastId: string | null = null;

  constructor(
    private readonly chain: ChainKey,
    private readonly key: Buffer,
    private readonly witness: ChainWitness,
  ) {
    this.#end = witness.expired ?? { position: 0, seal: NO_SEAL };
    this.#previous = [this.#end.seal];
  }

  take(act: SealedAct): void {
    if (this.#rivals.length > 0 && this.#rivals[0]?.position !== act.position) this.#settle();
    this.#rivals.push(act);
  }

  /** What was found, once the last act was taken. `head` is the end that is kept beside the acts. */
  end(head: ChainEnd | null): readonly Finding[] {
    this.#settle();
    const { position, seal } = this.#end;
    const claimed = Math.max(head?.position ?? 0, this.witness.checkpoint?.position ?? 0);
    if (claimed > position) this.#find('CUT_OFF', position + 1, claimed, null);
    else if (position > 0 && !(head?.position === position && head.seal.equals(seal))) {
      this.#find('HEAD_WRONG', position, position, this.#lastId);
    }
    return this.#findings;
  }

  #settle(): void {
    const [first] = this.#rivals;
    if (!first) return;
    const expectedPosition = this.#end.position + 1;
    if (first.position < expectedPosition) {
      this.#refuseRivals(null);
      return;
    }
    const gap = first.position > expectedPosition;
    if (gap) this.#find('REMOVED', expectedPosition, first.position - 1, null);
    const isGenuine = (act: SealedAct) => this.#sealsOf(act).some((seal) => seal.equals(act.seal));
    const act = this.#rivals.find(isGenuine) ?? first;
    // After a gap the seal before this act is gone, and with it the means to judge it.
    if (!gap && !isGenuine(act)) this.#find('CHANGED', act.position, act.position, act.id);
    this.#compareWithCheckpoint(act);
    this.#previous = [act.seal, ...this.#sealsOf(act)];
    this.#end = act;
    this.#lastId = act.id;
    this.#refuseRivals(act);
  }

  /** Below what has expired, or beside the one that belongs there, nothing stands. */
  #refuseRivals(genuine: SealedAct | null): void {
    for (const { id, position } of this.#rivals) if (id !== genuine?.id) this.#find('INSERTED', position, position, id);
    this.#rivals = [];
  }

  #sealsOf(act: SealedAct): Buffer[] {
    return this.#previous.map((previous) => sealAct(this.key, previous, act));
  }

  /** Sealed anew with the key, or begun anew: then the checkpoint alone still knows. */
  #compareWithCheckpoint({ position, seal, id }: SealedAct): void {
    const { checkpoint } = this.witness;
    if (checkpoint?.position === position && !checkpoint.seal.equals(seal)) {
      this.#find('REWRITTEN', 1, position, id);
    }
  }

  #find(kind: FindingKind, from: number, to: number, actId: string | null): void {
    const { committeeId, objectType, objectId, partId } = this.chain;
    this.#findings.push({ kind, committeeId, objectType, objectId, partId, from, to, actId });
  }
}
