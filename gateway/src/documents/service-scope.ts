import { type Actor, isService } from '@hub/core';
import { OperationTypeNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

import { operationsOf } from '../execution/operation/definitions';
import type { TrustedDocument } from './document-registry.type';
import { documentError } from './documents.errors';

const readOnly = new LRUCache<string, boolean>({ max: 1_000 });

/** Refuses a program every document but those its token names, and of these whatever changes something. */
export function assertInScope(document: TrustedDocument | null, actor: Actor | null): void {
  if (actor === null || !isService(actor)) return;
  // Unknown ones too: a token does not find out which documents there are.
  const named = document !== null && actor.documents.some((ref) => ref === document.id || ref === document.name);
  if (!named) throw documentError('DOCUMENT_NOT_IN_SCOPE');
  if (!isReadOnly(document)) throw documentError('DOCUMENT_NOT_READ_ONLY');
}

export function isReadOnly({ id, text }: TrustedDocument): boolean {
  const known = readOnly.get(id);
  if (known !== undefined) return known;
  const changes = operationsOf(parse(text)).some(({ operation }) => operation === OperationTypeNode.MUTATION);
  readOnly.set(id, !changes);
  return !changes;
}
