import { normalizeText } from './text-normalization';

/** Reasons, opinions and answers are sentences, not papers. */
export const NOTE_LIMIT = 2000;

/** A word that goes with an act, as the hub keeps it; null when nothing was said. Throws what normalizeText throws. */
export function normalizeNote(field: string, raw: string | null | undefined): string | null {
  return normalizeText(field, raw ?? '', NOTE_LIMIT).trim() || null;
}
