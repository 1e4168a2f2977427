import type { Draw } from './any-query';

/** What clients send for the variables of `anyQuery`: right, wrong, null, or nothing at all. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  n: [1, null, undefined, 1.5, '2'],
  m: [3, 4, 5, 2 ** 31, null],
  id: ['u', 7, null, undefined, {}],
  text: ['文', null, undefined, 5],
  level: ['LOW', null, undefined, 'MIDDLE'],
  yes: [true, false, true, false, 'yes'],
  no: [true, undefined, false],
  maybe: [true, false, undefined, null],
  even: [2, null, undefined, 3],
  evens: [[2, 4], [], 6, null, undefined, [2, 3, null]],
  range: [{}, { from: 5, tags: 'one' }, { inner: { inner: { to: 1 } } }, null, undefined, { from: null }, { other: 1 }],
  choice: [
    { range: {} },
    { range: { from: 2 }, ranges: [[null, {}], []] },
    undefined,
    null,
    {},
    { range: { tags: [null] } },
  ],
  must: [
    { range: { level: 'HIGH' }, even: 2, id: 7 },
    { range: { __proto__: null, to: 3 } },
    { range: {}, even: 3 },
    null,
  ],
};

/** Mostly right ones: a single wrong variable refuses the whole operation. */
export function anyVariables(draw: Draw): Record<string, unknown> {
  const careless = draw(5) === 0;
  const given: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(VALUES)) {
    const value = values[draw(careless ? values.length : 2)];
    if (value !== undefined) given[name] = value;
  }
  return given;
}
