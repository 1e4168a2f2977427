import { createHash } from 'node:crypto';
import { stripIgnoredCharacters } from 'graphql';

const SHA256 = /^(?:sha256:)?([0-9a-f]{64})$/;

/**
 * What identifies a document: its text without comments, commas and white space, so that neither an indent nor the
 * line ends of a checkout make another document of it. Throws a syntax error of GraphQL.
 */
export function normalisedText(text: string): string {
  return stripIgnoredCharacters(text);
}

/** Id of a text that is normalised already. */
export function documentIdOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The id as registries keep it, with or without the prefix of GraphQL over HTTP; null when it can be none. */
export function readDocumentId(given: string): string | null {
  return SHA256.exec(given)?.[1] ?? null;
}
