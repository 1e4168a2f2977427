import { type ExecutionResult, getVariableValues } from 'graphql';

import { compileQuery, type RunQuery } from './compile-query';
import type { Frame } from './run';

/** As many faults of variables as `execute` of graphql-js names. */
const MAX_VARIABLE_ERRORS = 50;

/** One query, compiled once for each combination of its conditions that is asked for. */
export class CompiledQuery {
  private readonly variants = new Map<string, RunQuery>();

  constructor(
    private readonly frame: Frame,
    /** Variables that @skip and @include depend on; coercion leaves a boolean in each. */
    private readonly conditions: readonly string[],
  ) {}

  execute(
    variables: Readonly<Record<string, unknown>> | null | undefined,
    context: unknown,
  ): ExecutionResult | Promise<ExecutionResult> {
    const { schema, operation } = this.frame;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    return errors ? { errors } : this.variant(coerced)(coerced, context);
  }

  private variant(variables: Readonly<Record<string, unknown>>): RunQuery {
    const key = this.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.variants.get(key);
    if (known) return known;
    const values = Object.fromEntries(this.conditions.map((name) => [name, variables[name] === true]));
    const compiled = compileQuery(this.frame, values);
    this.variants.set(key, compiled);
    return compiled;
  }
}
