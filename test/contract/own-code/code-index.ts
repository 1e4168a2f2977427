import { isSyntax, nameOf, partsOf, type Source, type Syntax } from './parsed-sources';

/** Where a node stands: its file, and the functions around it, the outermost first. */
export interface Place {
  readonly source: Source;
  readonly functions: readonly Syntax[];
}

export interface Found extends Place {
  readonly node: Syntax;
}

const FUNCTIONS = new Set([
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
]);

/** Calls and functions of all sources, by their names. */
export class CodeIndex {
  readonly #calls = new Map<string, Found[]>();
  readonly #functions = new Map<string, Found[]>();

  constructor(sources: readonly Source[]) {
    for (const source of sources) this.#visit(source.module, { source, functions: [] }, null);
  }

  callsOf(name: string): readonly Found[] {
    return this.#calls.get(name) ?? [];
  }

  functionsNamed(name: string): readonly Found[] {
    return this.#functions.get(name) ?? [];
  }

  /** Under which name a function can be called. */
  nameOfFunction(node: Syntax): string | null {
    for (const [name, found] of this.#functions) if (found.some((each) => each.node === node)) return name;
    return null;
  }

  #visit(node: Syntax, place: Place, givenName: string | null): void {
    if (node.type === 'CallExpression') add(this.#calls, calledName(node), { node, ...place });
    let inner = place;
    if (FUNCTIONS.has(node.type)) {
      const name = isSyntax(node.identifier) ? nameOf(node.identifier) : (keyOf(node) ?? givenName);
      if (name) add(this.#functions, name, { node, ...place });
      inner = { ...place, functions: [...place.functions, node] };
    }
    const naming = node.type === 'VariableDeclarator' ? nameOf(node.id) : null;
    for (const part of partsOf(node)) this.#visit(part, inner, naming);
  }
}

const keyOf = (node: Syntax): string | null => (isSyntax(node.key) ? nameOf(node.key) : null);

/** The last word before the parentheses. */
export function calledName({ callee }: Syntax): string {
  if (!isSyntax(callee)) return '';
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);
}

function add(index: Map<string, Found[]>, name: string, found: Found): void {
  const known = index.get(name);
  if (known) known.push(found);
  else index.set(name, [found]);
}

const BLOCKS = new Set(['BlockStatement', 'FunctionBody']);

/** Methods keep parameters and body in an object of their own. */
const signatureOf = (node: Syntax): Readonly<Record<string, unknown>> =>
  (node.function as Readonly<Record<string, unknown>> | undefined) ?? node;

/** Names and patterns of a function's parameters. */
export function parametersOf(node: Syntax): Syntax[] {
  return ((signatureOf(node).params ?? []) as Syntax[]).map((each) => (isSyntax(each.pat) ? each.pat : each));
}

/** What a function gives back: its expression, or what its own `return`s name. */
export function resultsOf(node: Syntax): Syntax[] {
  const { body } = signatureOf(node);
  if (!isSyntax(body)) return [];
  if (!BLOCKS.has(body.type)) return [body];
  const results: Syntax[] = [];
  const look = (part: Syntax): void => {
    if (FUNCTIONS.has(part.type)) return;
    if (part.type === 'ReturnStatement' && isSyntax(part.argument)) results.push(part.argument);
    partsOf(part).forEach(look);
  };
  look(body);
  return results;
}

/** The initial value of a constant of that name that stands right in a function, or in a file outside of all. */
export function constantIn(owner: Syntax, name: string): Syntax | null {
  let found: Syntax | null = null;
  const look = (part: Syntax): void => {
    if (found || FUNCTIONS.has(part.type)) return;
    if (part.type === 'VariableDeclaration' && part.kind === 'const') {
      for (const declared of part.declarations as Syntax[]) {
        if (isSyntax(declared.id) && isSyntax(declared.init) && names(declared.id, name)) found = declared.init;
      }
    }
    partsOf(part).forEach(look);
  };
  const { body } = signatureOf(owner);
  if (Array.isArray(body)) body.forEach(look);
  else if (isSyntax(body)) look(body);
  return found;
}

/** Does a pattern give that name something of the value? */
function names(pattern: Syntax, name: string): boolean {
  if (pattern.type === 'Identifier') return pattern.value === name;
  if (pattern.type !== 'ObjectPattern') return false;
  return (pattern.properties as Syntax[]).some(
    (each) => nameOf(each.key) === name || (isSyntax(each.value) && nameOf(each.value) === name),
  );
}
