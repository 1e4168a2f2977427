import { type GraphQLResolveInfo, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Whether a connection's `totalCount` is selected: counting a long list costs more than showing its first page. */
export function asksTotal({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const inSet = (set: SelectionSetNode | undefined): boolean => set?.selections.some(selects) ?? false;
  const selects = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD) return selection.name.value === 'totalCount';
    if (selection.kind === Kind.INLINE_FRAGMENT) return inSet(selection.selectionSet);
    return inSet(fragments[selection.name.value]?.selectionSet);
  };
  return fieldNodes.some(({ selectionSet }) => inSet(selectionSet));
}
