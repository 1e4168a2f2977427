import { combine, type Fraction, fractionOf, type Operator } from './fraction';

/** A formula as it is computed: numbers, keys of fields, the four operations. */
export type Formula =
  | { readonly number: Fraction }
  | { readonly key: string }
  | { readonly operator: Operator; readonly left: Formula; readonly right: Formula };

/** Why a text is no formula, and at which character, counted from 1. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';

  constructor(readonly at: number) {
    super(`no formula from character ${at} on`);
  }
}

/** Long enough for a row of totals, short enough that no formula nests deeply. */
export const FORMULA_LIMIT = 300;

const TOKEN = /\s*(?:(\d{1,15}(?:\.\d{1,6})?)|([a-z][a-z0-9_]*)|([-+*/()]))/y;

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'key' | 'sign';
  readonly at: number;
}

/** Throws FormulaSyntaxError. */
export function parseFormula(text: string): Formula {
  if (text.length > FORMULA_LIMIT) throw new FormulaSyntaxError(FORMULA_LIMIT + 1);
  return new Reader(tokensOf(text), text.length + 1).formula();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const [, number, key, sign] = TOKEN.exec(text) ?? [];
    const found = number ?? key ?? sign;
    if (found === undefined) throw new FormulaSyntaxError(from + text.slice(from).search(/\S/) + 1);
    const kind = number !== undefined ? 'number' : key !== undefined ? 'key' : 'sign';
    tokens.push({ text: found, kind, at: TOKEN.lastIndex - found.length + 1 });
  }
  return tokens;
}

/** Reads tokens from left to right: a sum of products of parts. */
class Reader {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  formula(): Formula {
    const whole = this.sum();
    const rest = this.tokens[this.next];
    if (rest !== undefined) throw new FormulaSyntaxError(rest.at);
    return whole;
  }

  private sum(): Formula {
    return this.chain(['+', '-'], () => this.product());
  }

  private product(): Formula {
    return this.chain(['*', '/'], () => this.part());
  }

  private chain(operators: readonly Operator[], operand: () => Formula): Formula {
    let left = operand();
    for (;;) {
      const operator = operators.find((each) => this.take(each));
      if (operator === undefined) return left;
      left = { operator, left, right: operand() };
    }
  }

  private part(): Formula {
    const token = this.tokens[this.next];
    if (token === undefined) throw new FormulaSyntaxError(this.end);
    if (this.take('(')) {
      const inner = this.sum();
      if (!this.take(')')) throw new FormulaSyntaxError(this.tokens[this.next]?.at ?? this.end);
      return inner;
    }
    if (this.take('-')) return { operator: '*', left: { number: MINUS_ONE }, right: this.part() };
    if (token.kind === 'sign') throw new FormulaSyntaxError(token.at);
    this.next += 1;
    return token.kind === 'key' ? { key: token.text } : { number: fractionOf(token.text) as Fraction };
  }

  private take(sign: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.next += 1;
    return true;
  }
}

const MINUS_ONE: Fraction = { over: -1n, under: 1n };

/** Each key once, as they stand. */
export function keysIn(formula: Formula): readonly string[] {
  if ('key' in formula) return [formula.key];
  if ('number' in formula) return [];
  return [...new Set([...keysIn(formula.left), ...keysIn(formula.right)])];
}

/** Null when an operand has no value, or for a division by zero. */
export function evaluate(formula: Formula, lookUp: (key: string) => Fraction | null): Fraction | null {
  if ('number' in formula) return formula.number;
  if ('key' in formula) return lookUp(formula.key);
  const left = evaluate(formula.left, lookUp);
  const right = evaluate(formula.right, lookUp);
  return left === null || right === null ? null : combine(formula.operator, left, right);
}
