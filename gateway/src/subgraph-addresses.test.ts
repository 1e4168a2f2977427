import { gatewayEnv } from './gateway.env';
import { placeSubgraphs } from './subgraph-addresses';

const keys = { HUB_ACCESS_TOKEN_KEY: '0'.repeat(64), HUB_CALLER_KEY: '1'.repeat(64), HUB_SUPERGRAPH: 'any' };
const addresses = (HUB_SUBGRAPH_URLS?: string) => gatewayEnv({ ...keys, HUB_SUBGRAPH_URLS }).HUB_SUBGRAPH_URLS;

const inSupergraph = new Map([
  ['a', 'http://a:4001/graphql'],
  ['b', 'http://b:4001/graphql'],
]);

test('subgraphs answer where the supergraph says, unless the environment says otherwise', () => {
  expect(placeSubgraphs(inSupergraph, addresses())).toEqual(inSupergraph);
  expect([...placeSubgraphs(inSupergraph, addresses('b=http://127.0.0.1:1/graphql?x=1'))]).toEqual([
    ['a', 'http://a:4001/graphql'],
    ['b', 'http://127.0.0.1:1/graphql?x=1'],
  ]);
});

test.each(['b', 'b=', 'b=here', 'b=ftp://b/', '=http://b/,'])('what is no list of addresses is refused: %s', (text) => {
  expect(() => addresses(text)).toThrow(/HUB_SUBGRAPH_URLS/);
});

test('a name that the supergraph does not have is told', () => {
  expect(() => placeSubgraphs(inSupergraph, addresses('c=http://c/graphql'))).toThrow(/no subgraph c/);
});
