/** What a paragraph is, in the look of an office paper. */
export type ParagraphStyle = 'TITLE' | 'HEADING' | 'BODY' | 'META';

export type PaperBlock =
  | { readonly style: ParagraphStyle; readonly text: string }
  /** Its first row is the head. */
  | { readonly table: readonly (readonly string[])[] }
  | { readonly pageBreak: true };
