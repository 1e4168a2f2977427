/** What a file from outside may cost while it is read. */
export interface SheetLimits {
  /** Parts of the package. */
  readonly parts: number;
  /** Bytes of all parts, unpacked. */
  readonly unpackedBytes: number;
  /** Characters of texts that cells share, which are held while sheets are read. */
  readonly sharedCharacters: number;
  /** Rows with content, over all sheets. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows that a sheet has room for, in every program. */
export const SHEET_ROWS = 1_048_576;

const MIB = 1024 * 1024;

export const DEFAULT_SHEET_LIMITS: SheetLimits = {
  parts: 500,
  unpackedBytes: 200 * MIB,
  sharedCharacters: 20_000_000,
  rows: 20_000,
  columns: 200,
};

/** For the message of a refusal. */
export const sizesOf = ({ unpackedBytes, parts }: SheetLimits) => ({
  limitMiB: unpackedBytes / MIB,
  limitParts: parts,
});
