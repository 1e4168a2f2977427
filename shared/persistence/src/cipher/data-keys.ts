/** The keys under which sensitive columns are kept; they are never in the database. */
export interface DataKeys {
  /** By version, from 1. The highest encrypts; the others still read what was written under them. */
  readonly versions: ReadonlyMap<number, Uint8Array>;
  /** Of the keyed hashes by which encrypted values are found. It outlives rotations, so that a hash stays comparable. */
  readonly search: Uint8Array;
}
