import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { composeSupergraph } from '@hub/gateway';
import { packageRoot } from '@hub/infra/local/package-root';

import { openPeers } from '../support/peers';
import { SUBGRAPHS } from '../support/subgraphs';

interface ApolloComposition {
  composeServices(services: readonly { name: string; url: string; typeDefs: unknown }[]): {
    supergraphSdl?: string;
    errors?: readonly Error[];
  };
}

const repository = join(packageRoot(__dirname), '..');
const committed = SUBGRAPHS.map(({ name }) => ({
  name,
  url: `http://${name}:4001/graphql`,
  sdl: readFileSync(join(repository, 'subgraphs', name, 'schema.graphql'), 'utf8'),
}));

/** The subgraphs stay plain Federation 2: any router can stand in front of them. */
describe('the committed schema files', () => {
  it('compose with the composition of the specification’s authors', () => {
    const peers = openPeers();
    const { composeServices } = peers('@apollo/composition') as ApolloComposition;
    const { parse } = peers('graphql');
    const { errors, supergraphSdl } = composeServices(
      committed.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    expect(errors ?? []).toEqual([]);
    expect(supergraphSdl).toContain('type Query');
  });

  it('compose with the composition the gateway uses, to the committed supergraph', () => {
    const supergraph = readFileSync(join(repository, 'gateway', 'supergraph.graphql'), 'utf8');
    expect(composeSupergraph(committed)).toBe(supergraph);
  });
});
