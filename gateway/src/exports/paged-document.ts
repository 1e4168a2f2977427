import {
  type ArgumentNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

import type { Fragments } from '../execution/operation/definitions';

interface PageParts {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly field: NameNode;
  readonly alias: string;
  /** What is selected of a row. */
  readonly rowSets: readonly SelectionSetNode[];
  /** Arguments of the root field that stay as they are. */
  readonly args: readonly ArgumentNode[];
  readonly paged: boolean;
}

export interface PagedDocument {
  readonly document: DocumentNode;
  readonly paging: { readonly first: string; readonly after: string } | null;
  readonly variables: readonly VariableDefinitionNode[];
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const field = (value: string, ...selections: FieldNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: name(value),
  ...(selections.length > 0 ? { selectionSet: { kind: Kind.SELECTION_SET, selections } } : {}),
});

/**
 * The document that fetches one page of rows: its root field under a fixed name, with paging of the export's own in place
 * of what the document says, without the total (a thousand pages must not count a thousand times), and without variables
 * and fragments that nothing uses any more.
 */
export function pagedDocument(parts: PageParts): PagedDocument {
  const { operation, alias, rowSets, args, paged } = parts;
  const rows: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: rowSets.flatMap(({ selections }) => [...selections]),
  };
  const taken = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const paging = paged ? { first: freeName('first', taken), after: freeName('after', taken) } : null;
  const selectionSet: SelectionSetNode = paging
    ? {
        kind: Kind.SELECTION_SET,
        selections: [
          { ...field('nodes'), selectionSet: rows },
          field('pageInfo', field('hasNextPage'), field('endCursor')),
        ],
      }
    : rows;
  const root: FieldNode = {
    kind: Kind.FIELD,
    alias: name(alias),
    name: parts.field,
    arguments: paging ? [...args, argument('first', paging.first), argument('after', paging.after)] : args,
    selectionSet,
  };
  const fragments = usedFragments(root, parts.fragments);
  const used = variablesIn([root, ...fragments]);
  const variables = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const pagingVariables = paging ? [variable(paging.first, 'Int'), variable(paging.after, 'String')] : [];
  const rewritten: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...variables, ...pagingVariables],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
  };
  const definitions: DefinitionNode[] = [rewritten, ...fragments];
  return { document: { kind: Kind.DOCUMENT, definitions }, paging, variables };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let free = `export_${wanted}`;
  while (taken.has(free)) free += '_';
  return free;
}

const argument = (of: string, variableName: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: name(of),
  value: { kind: Kind.VARIABLE, name: name(variableName) },
});

const variable = (of: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: name(of) },
  type: { kind: Kind.NAMED_TYPE, name: name(type) },
});

function usedFragments(root: FieldNode, fragments: Fragments): DefinitionNode[] {
  const used = new Set<string>();
  const follow = (node: FieldNode | DefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments.get(value);
        if (!fragment || used.has(value)) return;
        used.add(value);
        follow(fragment);
      },
    });
  };
  follow(root);
  return [...fragments.values()].filter((fragment) => used.has(fragment.name.value));
}

function variablesIn(nodes: readonly (FieldNode | DefinitionNode)[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name: { value } }) => void used.add(value) });
  return used;
}
