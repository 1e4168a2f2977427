import {
  type Actor,
  type Clock,
  canonicalJson,
  type Id,
  type IdFactory,
  isPerson,
  type PersonActor,
  type SystemActor,
  textDigest,
} from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';
import { Kind, parse, type SelectionNode } from 'graphql';

/** One operation, as it came. */
export interface AskedOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

interface Inspected {
  readonly actor: Actor | null;
  readonly requestId: string;
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/**
 * The noun of the trail; its object is the inspection, which is the post it is done under. A log of access, that expires
 * apart from the acts that opened and closed the inspection.
 */
export const INSPECTED = 'inspectedOperation';

/** Keeps the trail of inspections: who inspects writes nothing himself. */
export const inspectionKeeper = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'inspection' });

/**
 * What an inspector asks is an act of the trail before anything is read for him: reading changes nothing, and this is what
 * tells afterwards what was looked at. Every door of the gateway ends in an operation of a subgraph, so that it is noted
 * here and nowhere else. What cannot be noted is not answered.
 */
export async function noteInspection(host: Inspected, operation: AskedOperation): Promise<void> {
  const { actor, clock, database, ids, requestId } = host;
  if (actor === null || !isPerson(actor) || actor.role !== 'INSPECTOR') return;
  const keeper = { actor: inspectionKeeper(actor.committeeId), requestId, now: clock.now(), ids };
  await database.transaction(keeper, async (tx) => {
    tx.audit({
      action: 'inspect',
      objectType: INSPECTED,
      objectId: actor.postId,
      after: whatWasAsked(actor, operation),
    });
  });
}

function whatWasAsked(
  { accountId, displayName }: PersonActor,
  { query, variables = {}, operationName = null }: AskedOperation,
): Readonly<Record<string, unknown>> {
  return {
    accountId,
    inspector: displayName,
    fields: rootFields(query),
    operation: operationName,
    documentDigest: textDigest(query),
    variablesDigest: textDigest(canonicalJson(variables ?? {})),
  };
}

/** What was asked for, in the words of the graph; nothing of a text that is none. */
function rootFields(query: string): string[] {
  try {
    const operations = parse(query).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    const selections = operations.flatMap(({ selectionSet }) => [...selectionSet.selections]);
    return [...new Set(selections.flatMap(wordsOf))];
  } catch {
    return [];
  }
}

/** Entities that are joined all come through one field: their types say which were asked for. */
function wordsOf(selection: SelectionNode): string[] {
  if (selection.kind !== Kind.FIELD) return [selection.kind];
  const { name, selectionSet } = selection;
  if (name.value !== '_entities') return [name.value];
  const types = (selectionSet?.selections ?? []).flatMap((each) =>
    each.kind === Kind.INLINE_FRAGMENT && each.typeCondition ? [each.typeCondition.name.value] : [],
  );
  return types.length > 0 ? types.map((type) => `_entities ${type}`) : [name.value];
}
