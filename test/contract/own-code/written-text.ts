import { type CodeIndex, calledName, constantIn, type Found, type Place, parametersOf, resultsOf } from './code-index';
import { isSyntax, nameOf, type Syntax } from './parsed-sources';

const LITERALS = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NullLiteral', 'RegExpLiteral']);
const WRAPPED = new Set([
  'ParenthesisExpression',
  'TsAsExpression',
  'TsNonNullExpression',
  'TsConstAssertion',
  'TsSatisfiesExpression',
]);
/** Methods of written lists and texts that give something written. */
const KEEPING = new Set(['join', 'map', 'filter', 'replace', 'toUpperCase']);
/** The name of a schema comes from the definition of a database. */
const SCHEMA = 'schema';

/**
 * Says which part of a text was not written by whoever wrote the code. A constant outside of every function is: it is
 * made before there is a request. So is a parameter when every call of the function gives it something written.
 */
export class WrittenText {
  /** Parameters that are being looked at, so that a function that calls itself is judged by its other callers. */
  readonly #asked = new Set<string>();

  constructor(private readonly index: CodeIndex) {}

  /** Names of the parts that were not written; none for a text that is safe. */
  strangersIn(node: unknown, place: Place, assumed: ReadonlySet<Syntax> = new Set()): string[] {
    if (!isSyntax(node)) return ['nothing'];
    const inner = (part: unknown) => this.strangersIn(part, place, assumed);
    if (LITERALS.has(node.type)) return [];
    if (WRAPPED.has(node.type)) return inner(node.expression);
    switch (node.type) {
      case 'TemplateLiteral':
        return (node.expressions as unknown[]).flatMap(inner);
      case 'BinaryExpression':
        return [...inner(node.left), ...inner(node.right)];
      case 'ConditionalExpression':
        return [...inner(node.consequent), ...inner(node.alternate)];
      case 'ArrayExpression':
        return (node.elements as { readonly expression: unknown }[]).flatMap(({ expression }) => inner(expression));
      case 'Identifier':
        return this.#named(node, place, assumed);
      case 'MemberExpression':
        // Whichever property of a constant a request chooses, its text stands in the code.
        return nameOf(node.property) === SCHEMA || inner(node.object).length === 0 ? [] : [nameOf(node)];
      case 'CallExpression':
        return this.#called(node, place, assumed);
      default:
        return [nameOf(node)];
    }
  }

  #named(node: Syntax, place: Place, assumed: ReadonlySet<Syntax>): string[] {
    const name = String(node.value);
    if (name === SCHEMA) return [];
    for (const owner of [...place.functions].reverse()) {
      const position = parametersOf(owner).findIndex((each) => each.type === 'Identifier' && each.value === name);
      if (position >= 0) return assumed.has(owner) || this.#alwaysGiven(owner, position) ? [] : [name];
      const local = constantIn(owner, name);
      if (local) return this.strangersIn(local, place, assumed).map((stranger) => `${name} of ${stranger}`);
    }
    const outside = constantIn(place.source.module, name) !== null || imports(place, name);
    return outside ? [] : [name];
  }

  /** Do all calls of the function give the parameter a written text? */
  #alwaysGiven(owner: Syntax, position: number): boolean {
    const name = this.index.nameOfFunction(owner);
    if (name === null) return false;
    const asked = `${name} ${position}`;
    if (this.#asked.has(asked)) return true;
    this.#asked.add(asked);
    const calls = this.index
      .callsOf(name)
      .filter((call) => this.#standsFor(name, call).some(({ node }) => node === owner));
    const given = calls.every((call) => this.strangersIn(argument(call.node, position), call).length === 0);
    this.#asked.delete(asked);
    return calls.length > 0 && given;
  }

  #called(node: Syntax, place: Place, assumed: ReadonlySet<Syntax>): string[] {
    const name = calledName(node);
    const callee = node.callee as Syntax;
    const given = (node.arguments as unknown[]).map((_, position) => argument(node, position));
    if (callee.type === 'MemberExpression' && KEEPING.has(name)) {
      const list = this.strangersIn(callee.object, place, assumed);
      return [...list, ...given.flatMap((each) => this.#callback(each, place, assumed))];
    }
    const fragments = this.#standsFor(name, place);
    if (callee.type !== 'Identifier' || fragments.length === 0) return [nameOf(node)];
    const strangers = given.flatMap((each) => this.strangersIn(each, place, assumed));
    if (strangers.length > 0) return strangers;
    return fragments.every((fragment) => this.#isFragment(fragment)) ? [] : [nameOf(node)];
  }

  /** A function over the parts of a written list is given written parts. */
  #callback(node: unknown, place: Place, assumed: ReadonlySet<Syntax>): string[] {
    if (!isSyntax(node) || node.type !== 'ArrowFunctionExpression') return this.strangersIn(node, place, assumed);
    const inside = { ...place, functions: [...place.functions, node] };
    return resultsOf(node).flatMap((each) => this.strangersIn(each, inside, new Set([...assumed, node])));
  }

  /** What the name may stand for: a function of the same file before others. */
  #standsFor(name: string, { source }: Place): readonly Found[] {
    const all = this.index.functionsNamed(name);
    const near = all.filter((each) => each.source === source);
    return near.length > 0 ? near : all;
  }

  /** Does the function make a piece of SQL: of its parameters, which the caller answers for, and of constants? */
  #isFragment({ node, source, functions }: Found): boolean {
    const inside = { source, functions: [...functions, node] };
    const results = resultsOf(node);
    return results.length > 0 && results.every((each) => this.strangersIn(each, inside, new Set([node])).length === 0);
  }
}

function argument(call: Syntax, position: number): unknown {
  return (call.arguments as { readonly expression: unknown }[])[position]?.expression;
}

/** Is the name one that the file imports? What is imported and no function stands outside of all functions. */
function imports({ source }: Place, name: string): boolean {
  const items = source.module.body as Syntax[];
  return items.some(
    (item) =>
      item.type === 'ImportDeclaration' &&
      (item.specifiers as Syntax[]).some((specifier) => nameOf(specifier.local) === name),
  );
}
