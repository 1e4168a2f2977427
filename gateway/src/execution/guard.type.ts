import type { DocumentNode } from 'graphql';

import type { RequestContext } from '../context';

/** Says no to operations that are too much. Each check throws a `RequestRefused`; all but the last are asked once per document. */
export interface OperationGuard {
  /** Before the text is parsed. */
  checkText(text: string): void;
  /** Parsed, and not yet validated: validation has costs of its own. */
  checkDocument(document: DocumentNode): void;
  /** Before variables are coerced. */
  checkVariables(variables: Readonly<Record<string, unknown>>): void;
  /** Before anything is planned. */
  checkCost(cost: number, context: RequestContext): void;
}
