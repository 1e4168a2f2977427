import type { TypeTable } from '../../supergraph';
import type { ReaderSource } from '../verbatim/compile-reader';
import type { Merge } from './merge';

/** What the steps of one plan are compiled with. */
export interface Compilation {
  readonly types: TypeTable;
  readonly merge: Merge;
  readonly source: ReaderSource;
}
