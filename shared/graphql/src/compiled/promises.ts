type Data = Record<string, unknown>;

/** What graphql-js takes for a promise. */
export function isPromise(value: unknown): value is Promise<unknown> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  return typeof (value as { then?: unknown }).then === 'function';
}

/** Fields of an object that are on their way. */
export class Pending {
  readonly #keys: string[] = [];
  readonly #values: Promise<unknown>[] = [];

  add(key: string, value: Promise<unknown>): void {
    this.#keys.push(key);
    this.#values.push(value);
  }

  /** The object with every value in its place. */
  settle(data: Data): Promise<Data> {
    return Promise.all(this.#values).then((settled) => {
      for (const [index, key] of this.#keys.entries()) data[key] = settled[index];
      return data;
    });
  }
}
