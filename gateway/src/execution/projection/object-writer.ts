import { prefixOf } from '../verbatim/prefix';
import { FALSE, type Plain, TRUE } from './leaf';
import type { Write, WriteObject } from './projection.type';
import { takeBack } from './write-values';

export interface FieldWriter {
  /** The client's response key. */
  readonly key: string;
  readonly dataKey: string;
  readonly write: Write;
  /** What values of the field mostly are; such a one is written without asking `write`. */
  readonly plain?: Plain;
}

/**
 * Writes the code that writes one kind of object: with the keys in it, reading an object is a few accesses that an
 * engine knows in advance, which a loop over fields never is. Into the text go response keys and data keys, quoted.
 */
export function objectWriter(fields: readonly FieldWriter[]): WriteObject {
  const create = new Function(
    'prefixes',
    'writes',
    'takeBack',
    'TRUE',
    'FALSE',
    `${fields.map((_, index) => `const prefix${index} = prefixes[${index}], write${index} = writes[${index}];`).join('\n')}
    return (object, state, depth) => {
      const { out, path } = state;
      const start = out.position;
      const below = depth + 1;
      let value;
      ${fields.map(member).join('\n')}
      ${fields.length === 0 ? 'out.byte(0x7b);' : ''}
      out.byte(0x7d);
      return 'value';
    };`,
  );
  const prefixes = fields.map(({ key }, index) => prefixOf(key, index));
  return create(
    prefixes,
    fields.map(({ write }) => write),
    takeBack,
    TRUE,
    FALSE,
  );
}

function member({ key, dataKey, plain }: FieldWriter, index: number): string {
  const otherwise = `path[depth] = ${JSON.stringify(key)};
    if (write${index}(value, state, below) === 'forbidden') return takeBack(state, start);`;
  return `out.raw(prefix${index});
    value = object[${JSON.stringify(dataKey)}];
    ${plain ? `if (${PLAIN[plain].test}) ${PLAIN[plain].write}; else { ${otherwise} }` : otherwise}`;
}

const PLAIN: Readonly<Record<Plain, { readonly test: string; readonly write: string }>> = {
  string: { test: `typeof value === 'string'`, write: 'out.string(value)' },
  boolean: { test: `typeof value === 'boolean'`, write: 'out.raw(value ? TRUE : FALSE)' },
  integer: { test: `typeof value === 'number' && (value | 0) === value`, write: 'out.integer(value)' },
  number: { test: `typeof value === 'number' && Number.isFinite(value)`, write: 'out.number(value)' },
};
