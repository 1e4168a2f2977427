import type { BatchFetchNode, FetchNode, PlanNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { type FieldNode, Kind, parse, print, visit } from 'graphql';

/** Names of fields that are required with arguments (`Supergraph.keysWithArguments`). Clients' fields have other keys. */
type Names = ReadonlySet<string>;

/**
 * Does the plan fetch one required field with different arguments? The planner may then mix their keys, or let nobody
 * require the second; and places of one entity share what stands under them.
 */
export function mixesRequired(node: PlanNode | undefined, names: Names): boolean {
  if (!node || names.size === 0) return false;
  const meanings = new Map<string, string>();
  return operationsOf(node)
    .flatMap((operation) => requiredFields(operation, names))
    .some((field) => {
      const meaning = print({ ...field, alias: undefined });
      const known = meanings.get(field.name.value) ?? meaning;
      meanings.set(field.name.value, known);
      return known !== meaning;
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

function operationsOf(node: PlanNode): string[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(operationsOf);
    case 'Flatten':
      return operationsOf(node.node);
    case 'Fetch':
    case 'BatchFetch':
      return [node.operation];
    case 'Subscription':
      return operationsOf(node.primary);
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
