import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { refuse } from '../errors/response-error';
import { type Fragments, fragmentsOf } from './definitions';

/** Selection sets inside one another. Far from here the planner runs out of stack and takes the process along. */
const MAX_LEVELS = 100;
/** Selections with every fragment in the place of its spreads. Fragments that spread one another twice double each time. */
const MAX_SELECTIONS = 10_000;

interface Extent {
  readonly levels: number;
  readonly selections: number;
}

const NOTHING: Extent = { levels: 0, selections: 0 };

/**
 * Refuses a document that is too large to be validated, planned and compiled in bounded time and stack, in time that
 * grows with its text only. These are the bounds of the machinery; what a client may ask for is narrower.
 */
export function checkBounds(document: DocumentNode): void {
  new Bounds(document).check();
}

class Bounds {
  readonly #fragments: Fragments;
  readonly #known = new Map<string, Extent>();

  constructor(private readonly document: DocumentNode) {
    this.#fragments = fragmentsOf(document);
  }

  check(): void {
    for (const definition of this.document.definitions) {
      if ('selectionSet' in definition) this.#selectionSet(definition.selectionSet, 1);
    }
  }

  #selectionSet({ selections }: SelectionSetNode, level: number): Extent {
    if (level > MAX_LEVELS) throw tooDeep();
    let levels = 0;
    let count = selections.length;
    for (const selection of selections) {
      const below = this.#selection(selection, level + 1);
      levels = Math.max(levels, below.levels);
      count += below.selections;
    }
    if (count > MAX_SELECTIONS) throw tooLarge();
    return { levels: levels + 1, selections: count };
  }

  #selection(selection: SelectionNode, level: number): Extent {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value, level);
    return selection.selectionSet ? this.#selectionSet(selection.selectionSet, level) : NOTHING;
  }

  /** A fragment that spreads itself or does not exist has no extent: validation says what is wrong with it. */
  #fragment(name: string, level: number): Extent {
    const known = this.#known.get(name);
    if (known) {
      if (level + known.levels - 1 > MAX_LEVELS) throw tooDeep();
      return known;
    }
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING;
    this.#known.set(name, NOTHING);
    const extent = this.#selectionSet(fragment.selectionSet, level);
    this.#known.set(name, extent);
    return extent;
  }
}

/** Thrown when selections stand too deep in one another. */
export function tooDeep(): Error {
  return refuse('BAD_USER_INPUT', 'OPERATION_TOO_DEEP', `操作的嵌套超过 ${MAX_LEVELS} 层，请拆分后重试。`);
}

/** Thrown when a document selects too much. */
function tooLarge(): Error {
  return refuse('BAD_USER_INPUT', 'OPERATION_TOO_LARGE', `操作所选内容超过 ${MAX_SELECTIONS} 项，请拆分后重试。`);
}
