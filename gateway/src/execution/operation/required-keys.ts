import type { BatchFetchNode, FetchNode, PlanNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { type FieldNode, Kind, parse, print, visit } from 'graphql';

/** Names of fields that are required with arguments (`Supergraph.keysWithArguments`). Clients' fields have other keys. */
type Names = ReadonlySet<string>;

/**
 * Does the plan fetch one required field with different arguments and lose one of them? Either it goes into objects that
 * come through entity calls: the planner then mixes their keys, and places of one entity share what stands under them. Or
 * nobody requires the key the planner made up for the second one.
 */
export function mixesRequired(node: PlanNode | undefined, names: Names): boolean {
  if (!node || names.size === 0) return false;
  const calls = callsOf(node);
  const asked = new Set(calls.flatMap(({ requires }) => keysIn(requires ?? [])));
  const meanings = new Map<string, Set<string>>();
  const lost = new Set<string>();
  for (const { operation, requires } of calls) {
    for (const field of requiredFields(operation, names)) {
      const name = field.name.value;
      meanings.set(name, (meanings.get(name) ?? new Set()).add(print({ ...field, alias: undefined })));
      if (requires || (field.alias && !asked.has(field.alias.value))) lost.add(name);
    }
  }
  return [...lost].some((name) => (meanings.get(name)?.size ?? 0) > 1);
}

function keysIn(selections: readonly RequiresSelection[]): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'FragmentSpread') return [];
    const own = selection.kind === 'Field' ? [selection.name, ...(selection.alias ? [selection.alias] : [])] : [];
    return [...own, ...keysIn(selection.selections ?? [])];
  });
}

/** The call with required fields of these names under keys that begin with the prefix. */
export function withOwnKeys<N extends FetchNode | BatchFetchNode>(node: N, names: Names, prefix: string): N {
  if (names.size === 0) return node;
  const operation = visit(parse(node.operation, { noLocation: true }), {
    Field: (field) => {
      const { value } = field.name;
      return isOwn(field, names) ? { ...field, alias: { kind: Kind.NAME, value: prefix + value } as const } : undefined;
    },
  });
  const rename = (selections: readonly RequiresSelection[]) => renamed(selections, names, prefix);
  const keyed = { ...node, operation: print(operation) };
  if (keyed.kind === 'Fetch') return { ...keyed, requires: keyed.requires && rename(keyed.requires) };
  const aliases = keyed.entityBatch.aliases.map((alias) => ({ ...alias, requires: rename(alias.requires) }));
  return { ...keyed, entityBatch: { aliases } };
}

function renamed(selections: readonly RequiresSelection[], names: Names, prefix: string): RequiresSelection[] {
  return selections.map((selection) => {
    if (selection.kind === 'FragmentSpread') return selection;
    const inner = selection.selections && renamed(selection.selections, names, prefix);
    if (selection.kind === 'InlineFragment') return { ...selection, selections: inner ?? [] };
    const { name, alias } = selection;
    const own = names.has(name) && alias === undefined;
    return { ...selection, ...(own ? { name: prefix + name, alias: name } : {}), selections: inner };
  });
}

interface Call {
  readonly operation: string;
  /** What it needs of the entities it is for; undefined: it is for none. */
  readonly requires: readonly RequiresSelection[] | undefined;
}

function callsOf(node: PlanNode): Call[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(callsOf);
    case 'Flatten':
      return callsOf(node.node);
    case 'Fetch':
      return [{ operation: node.operation, requires: node.requires ?? undefined }];
    case 'BatchFetch':
      return [{ operation: node.operation, requires: node.entityBatch.aliases.flatMap(({ requires }) => requires) }];
    case 'Subscription':
      return callsOf(node.primary);
    default:
      return [];
  }
}

/** Keys the planner makes up for a second meaning of one key. */
const MADE_UP = '_internal_qp_alias_';

function requiredFields(operation: string, names: Names): FieldNode[] {
  const found: FieldNode[] = [];
  visit(parse(operation, { noLocation: true }), {
    Field(field) {
      const madeUp = field.alias?.value.startsWith(MADE_UP) && names.has(field.name.value);
      if (madeUp || isOwn(field, names)) found.push(field);
    },
  });
  return found;
}

function isOwn({ name, alias }: FieldNode, names: Names): boolean {
  return names.has(name.value) && (alias === undefined || alias.value === name.value);
}
