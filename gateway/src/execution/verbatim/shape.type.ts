/** Where the value that begins there ends; `DEVIATES` when it is another one than was expected. */
export type Scan = (bytes: Uint8Array, start: number) => number;

export const DEVIATES = -1;

/**
 * What a value without nulls at its top looks like to the last byte: its type, and for objects the fields in their
 * order. Two shapes of one operation are the same object when they are the same.
 */
export interface Shape {
  /** What tells it from others. */
  readonly text: string;
  readonly scan: Scan;
}

/** A shape, and whether null may stand in its place. */
export interface Place {
  readonly shape: Shape;
  readonly nullable: boolean;
}
