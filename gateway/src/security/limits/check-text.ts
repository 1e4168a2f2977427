import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

import type { OperationLimits } from './operation-limits';
import { refuseOver } from './over-limit';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Counts tokens and nesting with the lexer alone, which no text can make recurse, and stops at the first excess. */
export function checkText(text: string, limits: OperationLimits): void {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) {
      tokens += 1;
      const { kind } = lexer.token;
      if (OPENING.has(kind)) nesting += 1;
      else if (CLOSING.has(kind)) nesting -= 1;
      refuseOver(limits, 'tokens', tokens);
      refuseOver(limits, 'nesting', nesting);
    }
  } catch (error) {
    // What the lexer cannot read, the parser refuses at the same place in better words.
    if (!(error instanceof GraphQLError)) throw error;
  }
}
