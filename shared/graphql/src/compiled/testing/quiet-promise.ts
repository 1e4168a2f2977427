/**
 * A promise that may be rejected with nobody waiting for it, as may all that come from it. graphql-js 16 leaves such
 * promises behind when an item of a list throws while others are on their way; the test would end with the first. The
 * compiled run is given real promises, so that one it forgets does end the test.
 */
export class QuietPromise<T> extends Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: it is a promise.
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const next = super.then(onFulfilled, onRejected);
    Promise.prototype.then.call(next, undefined, () => undefined);
    return next;
  }
}

/** Runs something whose `Promise.all` gives quiet promises. */
export async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const { all } = Promise;
  Promise.all = ((values: Iterable<unknown>) =>
    (all as (this: unknown, values: Iterable<unknown>) => Promise<unknown>).call(
      QuietPromise,
      values,
    )) as typeof Promise.all;
  try {
    return await run();
  } finally {
    Promise.all = all;
  }
}
