import { JsonWriter } from './json-writer';
import type { Plain } from './leaf';
import { objectWriter } from './object-writer';
import type { ProjectionState } from './projection.type';

/** Writes an object with one field, and `?` where the field's own writer was asked. */
function written(plain: Plain | undefined, value: unknown): string {
  const out = new JsonWriter();
  const state = { out, path: [] } as unknown as ProjectionState;
  const write = () => {
    out.json('?');
    return 'value' as const;
  };
  objectWriter([{ key: 'a', dataKey: 'b', plain, write }])({ b: value }, state, 0);
  return out.take().toString();
}

it.each<[Plain, unknown, string]>([
  ['string', '党', '"党"'],
  ['string', '', '""'],
  ['boolean', true, 'true'],
  ['boolean', false, 'false'],
  ['integer', -7, '-7'],
  ['integer', -(2 ** 31), '-2147483648'],
  ['number', 0.5, '0.5'],
  ['number', 2 ** 40, '1099511627776'],
])('a plain %s is written at once: %p', (plain, value, text) => {
  expect(written(plain, value)).toBe(`{"a":${text}}`);
});

it.each<[Plain | undefined, unknown]>([
  [undefined, 'text'],
  ['string', 1],
  ['string', null],
  ['boolean', 1],
  ['integer', 2 ** 31],
  ['integer', 1.5],
  ['integer', '1'],
  ['integer', undefined],
  ['number', Number.POSITIVE_INFINITY],
  ['number', Number.NaN],
  ['number', '1'],
])('whether a value is a %s is asked of the field’s writer: %p', (plain, value) => {
  expect(written(plain, value)).toBe('{"a":?}');
});
