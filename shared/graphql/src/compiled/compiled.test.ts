import { type ExecutionResult, execute, GraphQLError, parse } from 'graphql';

import { decideExecution } from './decide-execution';
import { anySchema } from './testing/any-schema';
import { expectSameAsReference } from './testing/same-as-reference';

const schema = anySchema();
const fields = schema.getQueryType()?.getFields() ?? {};

function decide(text: string, operationName?: string) {
  return decideExecution(schema, parse(text), operationName);
}

/** A query with a condition of its own for each name. */
function conditioned(names: string): string {
  const each = [...names];
  const fields = each.map((name) => `${name}: text @skip(if: $${name})`);
  return `query (${each.map((name) => `$${name}: Boolean!`)}) { ${fields} }`;
}

async function runCompiled(text: string, variables = {}): Promise<ExecutionResult> {
  const decision = decide(text);
  if (decision.kind !== 'compiled') throw new Error(decision.reason);
  return decision.query.execute(variables, {});
}

test('300 random queries give the same compiled as with graphql-js: answers, failures, calls and their order', async () => {
  const tally = await expectSameAsReference(300);
  // A property that never got to anything would pass as well.
  expect(tally.compiled).toBeGreaterThan(200);
  expect(tally.withErrors).toBeGreaterThan(50);
  expect(tally.withData).toBeGreaterThan(150);
  expect(tally.refused).toBeGreaterThan(5);
});

describe('what is left to graphql-js', () => {
  it.each([
    ['mutation { act { id } }', 'NOT_A_QUERY'],
    ['subscription { acted { id } }', 'NOT_A_QUERY'],
    ['query A { text } query B { text }', 'NO_SUCH_OPERATION'],
    ['query ($v: Boolean = true) { text @skip(if: $v) }', 'NULLABLE_CONDITION'],
    [conditioned('abcdefg'), 'TOO_MANY_CONDITIONS'],
  ])('%s: %s', (text, reason) => {
    expect(decide(text)).toEqual({ kind: 'reference', reason });
  });

  it('is no query with conditions that are always true or false', () => {
    expect(decide('query ($v: Boolean! = true) { text @skip(if: $v) }').kind).toBe('compiled');
    expect(decide(conditioned('abcdef')).kind).toBe('compiled');
    expect(decide('query A { text } query B { text }', 'B').kind).toBe('compiled');
  });
});

describe('a compiled query', () => {
  const given = { ...fields.unit };
  afterEach(() => Object.assign(fields.unit as object, { resolve: given.resolve }));

  it('answers each combination of its conditions', async () => {
    const text = 'query ($yes: Boolean!, $no: Boolean! = false) { a: text @include(if: $yes) b: text @skip(if: $no) }';
    const document = parse(text);
    for (const variables of [{ yes: true }, { yes: false }, { yes: false, no: true }, { yes: true }]) {
      expect(await runCompiled(text, variables)).toEqual(
        await execute({ schema, document, variableValues: variables }),
      );
    }
  });

  it('gives every call arguments of its own', async () => {
    const seen: object[] = [];
    Object.assign(fields.unit as object, {
      resolve: (_: unknown, args: Record<string, unknown>) => {
        seen.push({ ...args });
        args.id = 'changed';
      },
    });
    const decision = decide('{ unit(id: "u", range: null) { id } }');
    if (decision.kind !== 'compiled') throw new Error(decision.reason);
    await decision.query.execute({}, {});
    await decision.query.execute({}, {});
    expect(seen).toEqual([
      { id: 'u', range: null },
      { id: 'u', range: null },
    ]);
  });

  it('leaves no rejection behind when an item of a list throws while others are on their way', async () => {
    const late = Promise.resolve().then(() => Promise.reject(new GraphQLError('late')));
    Object.assign(fields.unit as object, { resolve: () => ({ evens: [late, 1, Promise.reject(new Error('later'))] }) });
    const { data, errors } = await runCompiled('{ unit { evens } }');
    expect(data).toEqual({ unit: { evens: null } });
    expect(errors?.map(({ path }) => path)).toEqual([['unit', 'evens', 1]]);
    // A rejection nobody handles would end the run of this file here.
    await new Promise((resolve) => setImmediate(resolve));
  });
});
