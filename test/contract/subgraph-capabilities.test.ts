import { IdFactory, systemClock } from '@hub/core';
import { buildSubgraph, createLocalExecutor } from '@hub/graphql';
import type { SubgraphDatabase } from '@hub/persistence';

import { DEPOT_ID, products } from './subgraph-capabilities/products';

// What a gateway may expect of a Federation 2 subgraph, each asked the way a gateway asks: the SDL by `_service`, entities
// by `_entities`. The subgraph is of the tests; the helper that builds it is the one the hub's five are built with.

const { schema } = buildSubgraph(products);
const faults: unknown[] = [];
const execute = createLocalExecutor({
  schema,
  deps: null,
  database: null as unknown as SubgraphDatabase,
  clock: systemClock,
  ids: new IdFactory(systemClock),
  reportFault: (fault) => faults.push(fault),
});

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const caller = { actor: null, requestId: 'request', idempotencyKey: null };
  const { data, errors } = await execute({ query, variables }, caller);
  expect(errors ?? []).toEqual([]);
  return data ?? {};
}

const entities = async (keys: readonly object[], selection: string): Promise<unknown> =>
  (await ask(`query ($keys: [_Any!]!) { _entities(representations: $keys) { ${selection} } }`, { keys }))._entities;

let sdl: string;

beforeAll(async () => {
  const { _service } = (await ask('{ _service { sdl } }')) as { _service: { sdl: string } };
  sdl = _service.sdl;
});

afterAll(() => expect(faults).toEqual([]));

/** The text between the braces of a type, with the directives before them. */
const typeText = (name: string): string => new RegExp(`(type|interface) ${name}\\b[^]*?\\n}`).exec(sdl)?.[0] ?? '';
const fieldText = (type: string, field: string): string =>
  new RegExp(`\\n\\s*${field}(\\([^)]*\\))?: [^\\n]*`).exec(typeText(type))?.[0] ?? '';

const ALPHA = { id: 'product-alpha', sku: 'sku-alpha' };

test('1 · introspection names the types of the subgraph', async () => {
  const { __schema } = (await ask('{ __schema { queryType { name } types { name } } }')) as {
    __schema: { queryType: { name: string }; types: { name: string }[] };
  };
  expect(__schema.queryType.name).toBe('Query');
  expect(__schema.types.map(({ name }) => name)).toEqual(expect.arrayContaining(['Product', '_Entity', '_Any']));
});

test('2 · _service tells the SDL, with the directives that printing a schema would lose', () => {
  expect(sdl).toContain('type Product');
  expect(sdl).toContain('@key(fields: "id")');
  expect(sdl).toContain('@shareable\n{');
});

test('3 · _entities finds entities in the order of the representations, an unknown one as null', async () => {
  const keys = ['product-beta', 'none', 'product-alpha'].map((id) => ({ __typename: 'Product', id }));
  expect(await entities(keys, '__typename ... on Product { id }')).toEqual([
    { __typename: 'Product', id: 'product-beta' },
    null,
    { __typename: 'Product', id: 'product-alpha' },
  ]);
});

test('4 · @link: the schema says which version of Federation it speaks and what it imports', () => {
  expect(sdl).toMatch(/@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.9", import: \[[^\]]*"@key"/);
});

test('5 · @key with one field', async () => {
  expect(await entities([{ __typename: 'Product', id: ALPHA.id }], '... on Product { sku }')).toEqual([
    { sku: ALPHA.sku },
  ]);
});

test('6 · @key with several fields', async () => {
  const key = { __typename: 'Product', sku: ALPHA.sku, package: 'package-alpha' };
  expect(await entities([key], '... on Product { id }')).toEqual([{ id: ALPHA.id }]);
});

test('7 · @key with a field of an object', async () => {
  const key = { __typename: 'Product', sku: ALPHA.sku, variation: { id: 'variation-alpha' } };
  expect(await entities([key], '... on Product { id }')).toEqual([{ id: ALPHA.id }]);
});

test('8 · @key more than once on one type', () => {
  expect(typeText('Product').match(/@key\(fields: "[^"]+"\)/g)).toEqual([
    '@key(fields: "id")',
    '@key(fields: "sku package")',
    '@key(fields: "sku variation { id }")',
  ]);
});

test('9 · @key(resolvable: false): an entity that is only referred to', async () => {
  expect(typeText('Warehouse')).toContain('@key(fields: "id", resolvable: false)');
  const { depot } = (await ask('{ depot { warehouse { __typename id } } }')) as { depot: { warehouse: object } };
  expect(depot.warehouse).toEqual({ __typename: 'Warehouse', id: expect.any(String) });
});

test('10 · @shareable: a value type that other subgraphs answer as well', async () => {
  expect(typeText('Dimension')).toContain('@shareable');
  expect(await ask('{ products(first: 1) { dimensions { size } } }')).toEqual({
    products: [{ dimensions: { size: '大' } }],
  });
});

test('11 · @tag', () => {
  expect(fieldText('Dimension', 'unit')).toContain('@tag(name: "internal")');
});

test('12 · @inaccessible: kept from clients, not from the gateway', async () => {
  expect(fieldText('Dimension', 'unit')).toContain('@inaccessible');
  expect(await ask('{ products(first: 1) { dimensions { unit } } }')).toEqual({
    products: [{ dimensions: { unit: 'kg' } }],
  });
});

test('13 · @override: a field taken over from another subgraph', async () => {
  expect(fieldText('Product', 'title')).toContain('@override(from: "catalogue")');
  expect(await ask('{ products(first: 1) { title } }')).toEqual({ products: [{ title: '标题 alpha' }] });
});

test('14 · @override with a label: taken over by and by', async () => {
  expect(fieldText('Product', 'subtitle')).toContain('@override(from: "catalogue", label: "percent(25)")');
  expect(await ask('{ products(first: 1) { subtitle } }')).toEqual({ products: [{ subtitle: '副题 alpha' }] });
});

test('15 · @composeDirective: a directive of its own goes into the supergraph', () => {
  expect(sdl).toContain('@composeDirective(name: "@custom")');
  expect(sdl).toContain('@link(url: "https://hub.test/custom/v1.0", import: ["@custom"])');
  expect(typeText('Product')).toContain('@custom');
});

test('16 · @interfaceObject: fields for an interface whose types it does not know', async () => {
  expect(typeText('Media')).toContain('@interfaceObject');
  const key = { __typename: 'Media', id: DEPOT_ID };
  expect(await entities([key], '... on Media { __typename reviews }')).toEqual([
    { __typename: 'Media', reviews: ['好'] },
  ]);
});

test('17 · @key on an interface, and on what implements it', async () => {
  expect(typeText('Place')).toContain('@key(fields: "id")');
  const found = await entities([{ __typename: 'Depot', id: DEPOT_ID }], '... on Depot { id warehouse { id } }');
  expect(found).toEqual([{ id: DEPOT_ID, warehouse: { id: expect.any(String) } }]);
});

test('18 · @external: a field that another subgraph answers', () => {
  expect(fieldText('User', 'productsMade')).toContain('@external');
  expect(fieldText('User', 'email')).toContain('@external');
});

test('19 · @requires: a field computed from what the gateway brings along', async () => {
  expect(fieldText('User', 'productsPerYear')).toContain('@requires(fields: "productsMade")');
  const keys = [10, null].map((productsMade) => ({ __typename: 'User', email: 'maker@hub.test', productsMade }));
  expect(await entities(keys, '... on User { productsPerYear }')).toEqual([
    { productsPerYear: 5 },
    { productsPerYear: null },
  ]);
});

test('20 · @provides: an external field that this path does answer', async () => {
  expect(fieldText('Product', 'createdBy')).toContain('@provides(fields: "teamSize")');
  expect(await ask('{ products(first: 1) { createdBy { email teamSize } } }')).toEqual({
    products: [{ createdBy: { email: 'maker@hub.test', teamSize: 5 } }],
  });
});

test('21 · @extends: a type that another subgraph began', () => {
  expect(sdl).toMatch(/type User[^{]*@extends|extend type User/);
});

test('22 · @authenticated', () => {
  expect(fieldText('Product', 'stock')).toContain('@authenticated');
});

test('23 · @requiresScopes and @policy', () => {
  expect(fieldText('Product', 'price')).toContain('@requiresScopes(scopes: [["price:read"]])');
  expect(fieldText('Product', 'price')).toContain('@policy(policies: [["buyer"]])');
});

test('24 · @cost', () => {
  expect(fieldText('Query', 'products')).toContain('@cost(weight: 5)');
});

test('25 · @listSize', () => {
  expect(fieldText('Query', 'products')).toContain('@listSize(assumedSize: 2, slicingArguments: ["first"]');
});

test('not offered: traces in answers (ftv1), which only Apollo Studio reads', async () => {
  const caller = { actor: null, requestId: 'request', idempotencyKey: null };
  expect(await execute({ query: '{ products { id } }' }, caller)).not.toHaveProperty('extensions');
});
