import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

import { operationsOf } from '../execution/operation/definitions';
import { documentIdOf, normalisedText } from './document-id';
import type { DocumentManifest } from './manifest';

/** A file under `gateway/documents`. */
export interface DocumentSource {
  /** Name of the file without its ending: must be that of the operation. */
  readonly name: string;
  readonly text: string;
}

/** Thrown when documents cannot be registered; carries every reason, so that one run shows them all. */
export class DocumentsInvalid extends Error {
  override readonly name = 'DocumentsInvalid';

  constructor(readonly reasons: readonly string[]) {
    super(`Documents that cannot be trusted:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
  }
}

const PASCAL_CASE = /^(?:[A-Z][a-z0-9]+)+$/;
const DESCRIBED = /^#.*\p{Script=Han}/u;

/** The manifest of these documents, each valid in the schema that clients see. */
export function writeManifest(sources: readonly DocumentSource[], schema: GraphQLSchema): DocumentManifest {
  const reasons: string[] = [];
  const manifest: DocumentManifest = {};
  for (const source of [...sources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const faults = faultsOf(source, schema);
    reasons.push(...faults.map((fault) => `${source.name}: ${fault}`));
    if (faults.length > 0) continue;
    const text = normalisedText(source.text);
    manifest[documentIdOf(text)] = { name: source.name, text };
  }
  if (reasons.length > 0) throw new DocumentsInvalid(reasons);
  return manifest;
}

function faultsOf({ name, text }: DocumentSource, schema: GraphQLSchema): string[] {
  const faults: string[] = [];
  if (!PASCAL_CASE.test(name)) faults.push('the name is not in PascalCase');
  if (!DESCRIBED.test(text)) faults.push('the first line is not a comment in Chinese that says what it is for');
  const document = parsed(text);
  if (!('kind' in document)) return [...faults, document.message];
  const [operation, ...others] = operationsOf(document);
  if (!operation || others.length > 0) faults.push('it has not exactly one operation');
  else if (operation.name?.value !== name) faults.push(`its operation is named ${operation.name?.value}`);
  return [...faults, ...validate(schema, document).map(({ message }) => message)];
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    return error as GraphQLError;
  }
}
