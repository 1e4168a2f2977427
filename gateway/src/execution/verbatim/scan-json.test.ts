import fc from 'fast-check';

import { scanAny, scanInt, scanNumber, scanString } from './scan-json';
import { DEVIATES, type Scan } from './shape.type';

/** Is the text one whole value to that scan? */
const takes = (scan: Scan, text: string) => scan(Buffer.from(text), 0) === Buffer.byteLength(text);

const leaves = (scan: Scan, text: string) => scan(Buffer.from(text), 0) === DEVIATES;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it.each(['0', '7', '-7', '2147483647', '-2147483647'])('%s is an Int', (text) =>
  expect(takes(scanInt, text)).toBe(true),
);

it.each([
  ['-0', 'is written 0'],
  ['007', 'is no number of JSON'],
  ['2147483648', 'is too large'],
  ['1.0', 'is written 1'],
  ['1e3', 'is written 1000'],
  ['', 'is nothing'],
  ['-', 'is no number'],
  ['"1"', 'is a string'],
  ['+1', 'is no number of JSON'],
])('%s is left to the parser, for it %s', (text) => expect(leaves(scanInt, text)).toBe(true));

it.each(['0', '-0', '0.5', '-12.25', '1e3', '1E-7', '1.5e+10'])('%s is a number', (text) =>
  expect(takes(scanNumber, text)).toBe(true),
);

it.each(['01', '1.', '.5', '1e', '1e999', '-', 'NaN', 'Infinity', '9'.repeat(400)])(
  '%s is left to the parser',
  (text) => expect(leaves(scanNumber, text)).toBe(true),
);

it.each(['""', '"党建"', '"a\\"b"', '"\\u4e2d\\n\\/"', '"😀"'])('%s is a string', (text) =>
  expect(takes(scanString, text)).toBe(true),
);

it.each(['"', '"a', '"\n"', '"\\x"', '"\\u12g4"', '"\\u12', "'a'", 'a', '"\\"'])('%j is none', (text) =>
  expect(leaves(scanString, text)).toBe(true),
);

it('takes every value that is written without spaces', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      const isPlain = !/\d{21}|e[+-]?\d{3}/.test(text);
      if (isPlain) expect({ text, takes: takes(scanAny, text) }).toEqual({ text, takes: true });
    }),
    { numRuns: 2_000 },
  );
});

it('takes nothing that is no JSON, however little is wrong', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom(...'{}[]",:\\0-.eE1ntu \n'),
      (value, at, other) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        for (const changed of [
          text.slice(0, place) + other + text.slice(place),
          text.slice(0, place) + other + text.slice(place + 1),
          text.slice(0, place) + text.slice(place + 1),
        ]) {
          if (!takes(scanAny, changed)) continue;
          taken += 1;
          expect({ changed, isJson: isJson(changed) }).toEqual({ changed, isJson: true });
        }
      },
    ),
    { numRuns: 5_000 },
  );
  expect(taken).toBeGreaterThan(500);
});

it('leaves a value that is too deep', () => {
  expect(takes(scanAny, '['.repeat(64) + ']'.repeat(64))).toBe(true);
  expect(leaves(scanAny, '['.repeat(100_000))).toBe(true);
});
