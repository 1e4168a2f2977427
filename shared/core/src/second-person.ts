import type { PersonActor } from './actor';
import type { Id } from './ids';

/** Whose hand was in an act: who did it, under which post, and for whom when the post was lent. */
export interface Hand {
  readonly accountId: Id;
  /** Null in what was written before posts were kept beside persons. */
  readonly postId: Id | null;
  readonly principalAccountId: Id | null;
}

export const handOf = ({ accountId, postId, delegation }: PersonActor): Hand => ({
  accountId,
  postId,
  principalAccountId: delegation?.principalAccountId ?? null,
});

/**
 * 双人: what two persons must do is done by two, under two posts, and neither stands in for the other, nor both for a third.
 * One rule for every sensitive act; the database keeps the same (`areTwoPersons` in shared/persistence).
 */
export function isSecondPerson(first: Hand, second: Hand): boolean {
  const behindFirst = personsBehind(first);
  const samePost = first.postId !== null && first.postId === second.postId;
  return !samePost && !personsBehind(second).some((person) => behindFirst.includes(person));
}

const personsBehind = ({ accountId, principalAccountId }: Hand): readonly Id[] =>
  principalAccountId === null ? [accountId] : [accountId, principalAccountId];
