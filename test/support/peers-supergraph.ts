import { composeSupergraph } from '@hub/gateway';
import { buildSubgraph } from '@hub/graphql';
import { parse, print, visit } from 'graphql';

import { SUBGRAPHS } from './subgraphs';

const SECURITY = ['authenticated', 'requiresScopes', 'policy'];

/** The hub's graph for gateways that refuse a supergraph with directives of security; who may see what, subgraphs say too. */
export function peersSupergraph(urlOf: (subgraph: string) => string): string {
  const subgraphs = SUBGRAPHS.map(({ name, graphql }) => ({
    name,
    url: urlOf(name),
    sdl: withoutSecurity(buildSubgraph(graphql).sdl),
  }));
  return composeSupergraph(subgraphs);
}

function withoutSecurity(sdl: string): string {
  const leaveOut = ({ name }: { readonly name: { readonly value: string } }) =>
    SECURITY.includes(name.value) ? null : undefined;
  const plain = visit(parse(sdl), {
    Directive: leaveOut,
    DirectiveDefinition: leaveOut,
    StringValue: ({ value }) => (SECURITY.some((name) => value === `@${name}`) ? null : undefined),
  });
  return print(plain);
}
