import type { Shape } from './shape.type';

/**
 * A value of a subgraph's answer that is written to the client as the bytes it came in: it was looked through once, and
 * never became objects and strings. Most of an answer is like that.
 */
export class Verbatim {
  constructor(
    /** What the bytes were found to be. */
    readonly shape: Shape,
    readonly bytes: Buffer,
    readonly start: number,
    readonly end: number,
  ) {}

  /** Its JSON. */
  get text(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }

  /** The value, for whoever must look into it after all. */
  open(): unknown {
    return JSON.parse(this.text);
  }
}

export function opened(value: unknown): unknown {
  return value instanceof Verbatim ? value.open() : value;
}
