import { type FieldNode, parse, visit } from 'graphql';
import { DataKeys } from './data-keys';

/** Data keys of all fields of an operation, in the order in which they are written. */
function keysOf(operation: string, reserved: readonly string[] = []): string[] {
  const document = parse(operation);
  const fields: FieldNode[] = [];
  visit(document, {
    Field(field) {
      fields.push(field);
    },
  });
  const keys = new DataKeys(document, new Set(reserved));
  return fields.map((field) => keys.of(field));
}

describe('DataKeys', () => {
  it('are the keys of the client where nothing speaks against it', () => {
    expect(keysOf('{ id a: name b: unit(id: 1) unit(id: 2) }', ['id'])).toEqual(['id', 'a', 'b', 'unit']);
  });

  it.each([
    ['a reserved name', '{ id: name }', ['_hub0_id']],
    ['a name of a field with arguments that is reserved', '{ id(of: 1) }', ['_hub0_id']],
    ['a meta field', '{ __typename: name }', ['_hub0___typename']],
    ['something every object has', '{ toString: name __proto__: name }', ['_hub0_toString', '_hub1___proto__']],
    ['a field selected elsewhere', '{ title: name other { title } }', ['_hub0_title', 'other', 'title']],
  ])('differ from an alias that takes %s', (_, operation, expected) => {
    expect(keysOf(operation, ['id'])).toEqual(expected);
  });

  it('tell one response key of two meanings apart, in whatever order arguments are written', () => {
    expect(
      keysOf(`{
        ... on A { x(a: 1, b: { c: [2], d: 3 }) }
        ... on B { x(b: { d: 3, c: [2] }, a: 1) }
        ... on C { x(a: 2) }
        ... on D { x: y(a: 1) }
      }`),
    ).toEqual(['x', 'x', '_hub1_x', '_hub2_x']);
  });
});
