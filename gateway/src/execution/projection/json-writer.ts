const FIRST_CAPACITY = 64 * 1024;
/** A larger answer gets its room, which is given back afterwards. */
const KEPT_CAPACITY = 4 * 2 ** 20;
/** Longer texts are quoted and copied faster by the engine than one by one. */
const SHORT = 128;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const MOST_DIGITS = 10;

/**
 * Writes JSON as UTF-8 into memory that is used again for the next answer. A text of an answer's size would be built,
 * flattened and encoded, and each of these takes fresh memory of that size; that is most of what a large answer costs.
 *
 * What is written can be taken back, and belongs to nobody until `take`: whoever begins must finish before anything
 * else runs.
 */
export class JsonWriter {
  #bytes = Buffer.allocUnsafe(FIRST_CAPACITY);
  #length = 0;

  /** Where the next byte goes; `rewind` leads back to it. */
  get position(): number {
    return this.#length;
  }

  rewind(position: number): void {
    this.#length = position;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** Bytes that were made before: keys, names of enum values, literals. */
  raw(source: Uint8Array): void {
    const { length } = source;
    this.#reserve(length);
    const bytes = this.#bytes;
    let end = this.#length;
    for (let index = 0; index < length; index += 1) bytes[end++] = source[index] as number;
    this.#length = end;
  }

  /** JSON that stands in the bytes of somebody's answer. */
  copy(source: Buffer, start: number, end: number): void {
    this.#reserve(end - start);
    const bytes = this.#bytes;
    let to = this.#length;
    this.#length += end - start;
    if (end - start > SHORT) source.copy(bytes, to, start, end);
    else for (let from = start; from < end; from += 1) bytes[to++] = source[from] as number;
  }

  /** Of 32 bits. */
  integer(value: number): void {
    if (value < 0) {
      this.number(value);
      return;
    }
    const end = this.#length + digitsOf(value);
    this.#reserve(MOST_DIGITS);
    let rest = value;
    for (let at = end - 1; at >= this.#length; at -= 1) {
      const tens = Math.trunc(rest / 10);
      this.#bytes[at] = ZERO + (rest - tens * 10);
      rest = tens;
    }
    this.#length = end;
  }

  number(value: number): void {
    const text = String(value);
    this.#reserve(text.length);
    for (let index = 0; index < text.length; index += 1) this.#bytes[this.#length++] = text.charCodeAt(index);
  }

  string(text: string): void {
    if (text.length > SHORT || !this.#plainString(text)) this.json(JSON.stringify(text));
  }

  /** A text that is JSON already. */
  json(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** A copy of what was written, and an empty page. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    if (this.#bytes.length > KEPT_CAPACITY) this.#bytes = Buffer.allocUnsafe(FIRST_CAPACITY);
    this.#length = 0;
    return taken;
  }

  /** False, and nothing written, when a character needs an escape or is half of a pair. */
  #plainString(text: string): boolean {
    this.#reserve(text.length * 3 + 2);
    const bytes = this.#bytes;
    let end = this.#length;
    bytes[end++] = QUOTE;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        if (code < 0x20 || code === QUOTE || code === BACKSLASH) return false;
        bytes[end++] = code;
      } else if (code < 0x800) {
        bytes[end++] = 0xc0 | (code >> 6);
        bytes[end++] = 0x80 | (code & 0x3f);
      } else {
        if (code >= 0xd800 && code <= 0xdfff) return false;
        bytes[end++] = 0xe0 | (code >> 12);
        bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[end++] = 0x80 | (code & 0x3f);
      }
    }
    bytes[end++] = QUOTE;
    this.#length = end;
    return true;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let bound = 10; value >= bound; bound *= 10) digits += 1;
  return digits;
}
