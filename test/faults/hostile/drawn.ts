import fc from 'fast-check';

/** A generated value that knows whether something in it is meant to hurt. */
export interface Drawn {
  readonly value: unknown;
  readonly hostile: boolean;
}

export const hostile = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> =>
  values.map((value) => ({ value, hostile: true }));

export const plausible = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> =>
  values.map((value) => ({ value, hostile: false }));

export const listOf = (items: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> =>
  fc.array(items, { minLength: 1, maxLength: 3 }).map((drawn) => ({
    value: drawn.map(({ value }) => value),
    hostile: drawn.some((item) => item.hostile),
  }));

/** Fields whose value is undefined are left out. */
export const objectOf = (fields: Readonly<Record<string, fc.Arbitrary<Drawn>>>): fc.Arbitrary<Drawn> =>
  fc.record(fields).map((drawn) => {
    const given = Object.entries(drawn).filter(([, { value }]) => value !== undefined);
    return {
      value: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
      hostile: given.some(([, field]) => field.hostile),
    };
  });
