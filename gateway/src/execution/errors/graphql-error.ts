import type { GraphQLError } from 'graphql';
import { RequestRefused } from './response-error';

const SUGGESTION = / Did you mean .+\?$/s;

/**
 * Errors that graphql-js found in the request. Their messages name what the client wrote; suggestions name what the
 * schema has, and go out only where introspection does.
 */
export function refused(code: string, errors: readonly GraphQLError[], suggestions = false): RequestRefused {
  return new RequestRefused(
    errors.map(({ message, locations }) => ({
      message: suggestions ? message : message.replace(SUGGESTION, ''),
      locations,
      extensions: { code, reason: code },
    })),
  );
}
