import { randomFillSync } from 'node:crypto';

import type { Clock } from './clock';

/** A uuidv7. Its time is the creation in the hub, never a business date (RFC 9562 §5.7). */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: unknown): value is Id {
  return typeof value === 'string' && UUID.test(value);
}

/** The id of a row, or the ids of the rows that make one: `<document>.<organization>` of a receipt. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.split('.').every(isId);
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function format(bytes: Uint8Array): Id {
  let text = '';
  for (let i = 0; i < 16; i += 1) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hex[bytes[i] as number];
  }
  return text;
}

const RANDOM_PAGE = 4096;

/** Mints ids that sort by time and, within one millisecond of one process, by order of minting. */
export class IdFactory {
  readonly #bytes = new Uint8Array(16);
  /** Asked for by the page: each time costs as much as the id. */
  readonly #random = new Uint8Array(RANDOM_PAGE);
  #taken = RANDOM_PAGE;
  #lastTime = -1;
  #counter = 0;

  constructor(private readonly clock: Clock) {}

  next(): Id {
    const time = Math.max(this.clock.now().getTime(), this.#lastTime);
    this.#takeRandom();
    this.#counter = time === this.#lastTime ? this.#counter + 1 : randomCounter(this.#bytes);
    this.#lastTime = time;
    if (this.#counter > 0xfff) {
      // The 12 bits are spent: borrow the next millisecond, so that order holds.
      this.#lastTime = time + 1;
      this.#counter = 0;
    }
    writeTime(this.#bytes, this.#lastTime);
    this.#bytes[6] = 0x70 | (this.#counter >>> 8);
    this.#bytes[7] = this.#counter & 0xff;
    this.#bytes[8] = 0x80 | ((this.#bytes[8] as number) & 0x3f);
    return format(this.#bytes);
  }

  #takeRandom(): void {
    const { length } = this.#bytes;
    if (this.#taken === RANDOM_PAGE) {
      randomFillSync(this.#random);
      this.#taken = 0;
    }
    for (let i = 0; i < length; i += 1) this.#bytes[i] = this.#random[this.#taken + i] as number;
    this.#taken += length;
  }
}

/** Starts each millisecond low, so that a burst of ids has room before it must borrow. */
function randomCounter(bytes: Uint8Array): number {
  return (bytes[7] as number) & 0xff;
}

function writeTime(bytes: Uint8Array, time: number): void {
  bytes[0] = (time / 2 ** 40) & 0xff;
  bytes[1] = (time / 2 ** 32) & 0xff;
  bytes[2] = (time / 2 ** 24) & 0xff;
  bytes[3] = (time / 2 ** 16) & 0xff;
  bytes[4] = (time / 2 ** 8) & 0xff;
  bytes[5] = time & 0xff;
}

/** The smallest id of an instant: the bound of a partition or of a `createdAt` filter. */
export function idLowerBound(instant: Date): Id {
  const bytes = new Uint8Array(16);
  writeTime(bytes, instant.getTime());
  bytes[6] = 0x70;
  bytes[8] = 0x80;
  return format(bytes);
}

/** The instant an id was minted. */
export function idTime(id: Id): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
