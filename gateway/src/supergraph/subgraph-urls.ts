import { type DocumentNode, Kind, type ValueNode } from 'graphql';

/** Where each subgraph answers, as the composition noted it on the values of `join__Graph`. */
export function subgraphUrls(document: DocumentNode): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { directives = [] } of definition.values ?? []) {
      const named = directives.find(({ name }) => name.value === 'join__graph');
      const argument = (name: string) => text(named?.arguments?.find((given) => given.name.value === name)?.value);
      urls.set(argument('name'), argument('url'));
    }
  }
  return urls;
}

const text = (value: ValueNode | undefined): string => (value?.kind === Kind.STRING ? value.value : '');
