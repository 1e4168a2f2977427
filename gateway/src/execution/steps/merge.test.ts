import { createMerge } from './merge';

const merge = createMerge({ isAbstract: (name) => name === 'Media', satisfies: () => true });

describe('merging answers', () => {
  it.each([
    ['Film', 'Media'],
    ['Media', 'Film'],
  ])('keeps the concrete type of %s and %s', (first, second) => {
    const target = { __typename: first };
    merge(target, { __typename: second });
    expect(target).toEqual({ __typename: 'Film' });
  });

  it('lets a null neither wipe out nor hide what the other subgraph knew', () => {
    const target = { a: { b: 1 }, c: null, rows: [null, { d: 1 }] };
    merge(target, { a: null, c: 2, rows: [{ e: 1 }, null] });
    expect(target).toEqual({ a: { b: 1 }, c: 2, rows: [{ e: 1 }, { d: 1 }] });
  });
});
