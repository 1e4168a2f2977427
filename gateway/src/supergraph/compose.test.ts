import { CompositionError, composeSupergraph } from './compose';
import { loadSupergraph } from './supergraph';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@requires", "@external"])';
const subgraph = (name: string, sdl: string) => ({ name, url: `http://${name}.test`, sdl: `${LINK} ${sdl}` });

describe('composition', () => {
  it('names everything that does not fit', () => {
    const compose = () =>
      composeSupergraph([
        subgraph('a', 'type Query { x: Int y: String }'),
        subgraph('b', 'type Query { x: String y: String }'),
      ]);
    expect(compose).toThrow(CompositionError);
    expect(compose).toThrow(/Query\.x[\s\S]*Query\.y/);
  });
});

describe('a loaded supergraph', () => {
  const supergraph = loadSupergraph(
    composeSupergraph([
      subgraph(
        'a',
        `type Query { node: Node hidden: Ghost @inaccessible }
         interface Node { id: ID! }
         interface Secret @inaccessible { id: ID! }
         union Either = Unit | Ghost
         "单位"
         type Unit implements Node & Secret @key(fields: "id code { text }") { id: ID! code: Code either: Either @inaccessible }
         type Code { text: String }
         type Ghost @inaccessible { id: ID! }`,
      ),
    ]),
  );

  it('hides what is inaccessible and keeps descriptions', () => {
    expect(supergraph.publicSchema.getType('Ghost')).toBeUndefined();
    expect(supergraph.publicSchema.getQueryType()?.getFields()).not.toHaveProperty('hidden');
    expect(supergraph.publicSchema.getType('Secret')).toBeUndefined();
    expect(supergraph.publicSchema.getType('Unit')?.description).toBe('单位');
  });

  it('knows which types satisfy which condition, hidden ones included', () => {
    const { types } = supergraph;
    expect(types.satisfies('Unit', 'Node')).toBe(true);
    expect(types.satisfies('Ghost', 'Either')).toBe(true);
    expect(types.satisfies('Code', 'Node')).toBe(false);
    expect(types.isAbstract('Either')).toBe(true);
    expect(types.isAbstract('Unit')).toBe(false);
  });

  it('reserves the names of keys', () => {
    expect([...supergraph.reservedKeys].sort()).toEqual(['code', 'id', 'text']);
  });
});
