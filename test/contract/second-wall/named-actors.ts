import { isSyntax, nameOf, parsedSources, partsOf, type Syntax } from '../own-code/parsed-sources';

export interface NamedActor {
  readonly path: string;
  /** Null for what all subgraphs share. */
  readonly subgraph: string | null;
  /** Null where the name is not written down. */
  readonly name: string | null;
}

/** Every place in what is shipped where somebody becomes the system. */
export function namedActors(): NamedActor[] {
  return parsedSources(['shared', 'subgraphs']).flatMap(({ path, module }) => {
    const subgraph = /^subgraphs\/([^/]+)\//.exec(path)?.[1] ?? null;
    return namesIn(module).map((name) => ({ path, subgraph, name }));
  });
}

function namesIn(node: Syntax): (string | null)[] {
  const inner = partsOf(node).flatMap(namesIn);
  if (node.type !== 'ObjectExpression') return inner;
  const side = given(node, 'side');
  if (side?.type !== 'StringLiteral' || side.value !== 'system') return inner;
  const name = given(node, 'name');
  return [...inner, name?.type === 'StringLiteral' ? String(name.value) : null];
}

function given(object: Syntax, key: string): Syntax | null {
  const property = (object.properties as Syntax[]).find((each) => isSyntax(each.key) && nameOf(each.key) === key);
  return isSyntax(property?.value) ? property.value : null;
}
