import type { CompiledField, PropertyField, RunFields } from './compiled.type';
import { isPromise, Pending } from './promises';

/**
 * Writes the code that runs the fields of one kind of object: with the names in it, reading the object and writing the
 * answer are accesses an engine knows in advance, which a loop over fields never is. Into the text go names of fields
 * and types and response keys, quoted; nothing of a client's but keys that the grammar of GraphQL lets through.
 *
 * Fields run in the order of the query. When one throws, those after it are not run, and those on their way are waited
 * for, exactly as in graphql-js.
 */
export function compileFields(fields: ReadonlyMap<string, CompiledField>): RunFields {
  const keys = [...fields.keys()];
  const runs = [...fields.values()].map((field) => (field.kind === 'constant' ? null : field.run));
  const writers = [...fields].map(([key, field], index) => write(JSON.stringify(key), field, index));
  const create = new Function(
    'Data',
    'runs',
    'NOTHING',
    'isPromise',
    'Pending',
    `${runs.map((_, index) => `const run${index} = runs[${index}];`).join('\n')}
    return (run, source, path) => {
      const from = source !== null && (typeof source === 'object' || typeof source === 'function') ? source : NOTHING;
      const data = new Data();
      let pending, value;
      try {
        ${writers.join('\n')}
      } catch (error) {
        if (pending === undefined) throw error;
        return pending.settle(data).finally(() => { throw error; });
      }
      return pending === undefined ? data : pending.settle(data);
    };`,
  );
  return create(createDataClass(keys), runs, NOTHING, isPromise, Pending);
}

/** What a source that is no object has: no properties. */
const NOTHING: object = Object.freeze(Object.create(null));

/**
 * Objects of an answer have keys of the client's choice, `__proto__` among them, so nothing may stand behind them; made
 * by a class of its own, those of one selection share a hidden class.
 */
function createDataClass(keys: readonly string[]): unknown {
  const properties = keys.map((key) => `this[${JSON.stringify(key)}] = undefined;`);
  const Data = new Function(`return function Data() { ${properties.join(' ')} }`)();
  Data.prototype = Object.create(null);
  return Data;
}

function write(key: string, field: CompiledField, index: number): string {
  if (field.kind === 'constant') return `data[${key}] = ${JSON.stringify(field.value)};`;
  if (field.kind === 'resolved') return ask(key, `run${index}(run, source, path)`);
  const otherwise = ask(key, `run${index}(run, source, path, value)`);
  const shortcut = asItIs(field);
  // A getter that throws is as a method that throws: the failure is the field's, not the object's.
  const read = `try { value = from[${JSON.stringify(field.name)}]; } catch (raw) { value = () => { throw raw; }; }`;
  return shortcut === null
    ? `${read} ${otherwise}`
    : `${read} if (${shortcut}) data[${key}] = value; else { ${otherwise} }`;
}

function ask(key: string, call: string): string {
  return `data[${key}] = value = ${call};
    if (isPromise(value)) (pending ??= new Pending()).add(${key}, value);`;
}

function asItIs({ asItIs, nullable }: PropertyField): string | null {
  if (asItIs === null) return null;
  const test = {
    string: `typeof value === 'string'`,
    boolean: `typeof value === 'boolean'`,
    integer: `typeof value === 'number' && (value | 0) === value`,
    number: `typeof value === 'number' && Number.isFinite(value)`,
  }[asItIs];
  return nullable ? `value === null || ${test}` : test;
}
