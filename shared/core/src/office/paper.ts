/** What a paragraph is, in the look of an office paper. */
export const PARAGRAPH_STYLES = ['TITLE', 'HEADING', 'BODY', 'META', 'SIGNATURE'] as const;

export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

export type TableRows = readonly (readonly string[])[];

/** What an office paper is made of, as subgraphs say it and the gateway writes it. */
export type PaperBlock =
  | { readonly style: ParagraphStyle; readonly text: string }
  /** Its first row is the head. */
  | { readonly table: TableRows }
  /** More rows of the table that stands before. */
  | { readonly more: TableRows }
  | { readonly pageBreak: true };

/** One page of a paper, as a subgraph says it and the gateway writes it. */
export interface PaperPage {
  /** What the file is called, without its ending. */
  readonly name: string;
  /** Reports in the whole paper: what a second person is asked for when they are many. */
  readonly records: number;
  readonly recordsHere: number;
  readonly blocks: readonly PaperBlock[];
  /** Null after the last page. */
  readonly endCursor: string | null;
}
