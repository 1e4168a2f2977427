import type { FieldNode } from 'graphql';

/** Marks response keys that had to differ from the client's. */
const PREFIX = '_hub_';

/**
 * Response keys inside the hub are the client's own, with one exception: an alias that the planner, a merge or a
 * JavaScript object would take for something else (`{ users { id: name } }` over the key `id`) gets a prefix.
 */
export class DataKeys {
  readonly #reserved: ReadonlySet<string>;

  constructor(reserved: ReadonlySet<string>) {
    this.#reserved = reserved;
  }

  of(field: FieldNode): string {
    const name = field.name.value;
    const key = field.alias?.value ?? name;
    const ownMeaning = key !== name || (field.arguments?.length ?? 0) > 0;
    return ownMeaning && this.#isTaken(key) ? PREFIX + key : key;
  }

  #isTaken(key: string): boolean {
    return this.#reserved.has(key) || key.startsWith('_') || key in Object.prototype;
  }
}

/** The response key as the client wrote it. */
export function clientKey(dataKey: string): string {
  return dataKey.startsWith(PREFIX) ? dataKey.slice(PREFIX.length) : dataKey;
}
