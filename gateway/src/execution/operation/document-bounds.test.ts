import { parse } from 'graphql';
import { unitsGraph } from '../testing/units-graph';
import { checkBounds } from './document-bounds';

const check = (text: string) => () => checkBounds(parse(text, { noLocation: true }));
const nested = (levels: number) => `${'a { '.repeat(levels)}b${' }'.repeat(levels)}`;
const chain = (length: number, link: (next: string) => string) =>
  `query { ...F0 } ${Array.from({ length }, (_, index) => `fragment F${index} on Query { ${link(`...F${index + 1}`)} }`).join(' ')}
   fragment F${length} on Query { end }`;

describe('bounds of documents', () => {
  it('let through what people write', () => {
    expect(check(`{ ${'a { '.repeat(99)}b${' }'.repeat(99)} }`)).not.toThrow();
    expect(check(`{ ${'a '.repeat(10_000)} }`)).not.toThrow();
    expect(
      check(`{ ...F ${'a { '.repeat(38)}...F${' }'.repeat(38)} } fragment F on Query { ${nested(60)} }`),
    ).not.toThrow();
    expect(check('query A { ...F } query B { ...F } fragment F on Query { a }')).not.toThrow();
  });

  it.each([
    ['fields', `{ ${'a { '.repeat(100)}b${' }'.repeat(100)} }`],
    ['inline fragments', `{ ${'... { '.repeat(100)}b${' }'.repeat(100)} }`],
    ['a chain of fragments', chain(20_000, (next) => `a { ${next} }`)],
    [
      'a known fragment far down',
      `{ ...F ${'a { '.repeat(60)}...F${' }'.repeat(60)} } fragment F on Query { ${'a { '.repeat(60)}b${' }'.repeat(60)} b }`,
    ],
  ])('refuse depth by %s', (_, text) => {
    expect(check(text)).toThrow(/嵌套超过 100 层/);
  });

  it.each([
    ['fields', `{ ${'a '.repeat(10_001)} }`],
    ['fragments that double', chain(40, (next) => `a { ${next} } b { ${next} }`)],
    ['fragments that double without a field', chain(40, (next) => `${next} ${next}`)],
    [
      'a fragment of another operation',
      `query A { a } query B { ${'...F '.repeat(200)} } fragment F on Query { ${'a '.repeat(60)} }`,
    ],
  ])('refuse many selections by %s', (_, text) => {
    expect(check(text)).toThrow(/超过 10000 项/);
  });

  it('leave cycles and missing fragments to validation', () => {
    expect(check('{ ...A } fragment A on Query { a ...B } fragment B on Query { ...A ...C }')).not.toThrow();
  });
});

describe('a hostile operation', () => {
  it.each([
    ['brackets without end', '{'.repeat(200_000), 'GRAPHQL_PARSE_FAILED'],
    ['a list without end', `{ unit(id: ${'['.repeat(200_000)}`, 'OPERATION_TOO_DEEP'],
    [
      'a chain of fragments',
      `{ units { ...F0 } } ${Array.from({ length: 5_000 }, (_, n) => `fragment F${n} on Unit { receipts { unit { zone { units { ...F${n + 1} } } } } }`).join(' ')} fragment F5000 on Unit { id }`,
      'OPERATION_TOO_DEEP',
    ],
    [
      'an exponential document',
      `{ units { ...F0 } } ${Array.from({ length: 30 }, (_, n) => `fragment F${n} on Unit { a: receipts { unit { ...F${n + 1} } } b: receipts { unit { ...F${n + 1} } } }`).join(' ')} fragment F30 on Unit { id }`,
      'OPERATION_TOO_LARGE',
    ],
  ])('is refused, and the next one is answered: %s', async (_, query, reason) => {
    const { ask, internalErrors } = unitsGraph();
    expect(await ask(query)).toMatchObject({ requestError: true, errors: [{ extensions: { reason } }] });
    expect((await ask('{ unit(id: "u1") { name } }')).data.unit.name).toBe('市委办公室');
    expect(internalErrors).toEqual([]);
  });
});
