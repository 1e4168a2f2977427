import type { DataObject } from '../json-data';
import type { ClientPaths } from './client-paths';
import type { ErrorPath, ResponseError } from './response-error';

interface PathNode {
  /** An error stands exactly here. */
  failed: boolean;
  readonly children: Map<string | number, PathNode>;
}

function newNode(): PathNode {
  return { failed: false, children: new Map() };
}

/** The errors of one execution. A tree of their paths is built only when somebody asks whether a null is explained. */
export class FieldErrors {
  readonly #errors: ResponseError[] = [];
  readonly #root = newNode();
  #indexed = 0;

  constructor(private readonly paths: ClientPaths) {}

  /** For an error that is known by its place in the fetched data. */
  addAt(data: DataObject, dataPath: ErrorPath, error: Omit<ResponseError, 'path'>): void {
    this.add({ ...error, path: this.paths.find(data, dataPath) });
  }

  add(error: ResponseError): void {
    this.#errors.push(error);
  }

  /** A null at this place of the fetched data needs no error of its own: one that is known took it along. */
  excuseAt(data: DataObject, dataPath: ErrorPath): void {
    this.#mark(this.paths.find(data, dataPath));
  }

  get all(): readonly ResponseError[] {
    return this.#errors;
  }

  /** Is there an error at, above or below this path? Then a null here needs no error of its own. */
  explain(path: ErrorPath): boolean {
    this.#index();
    let node: PathNode | undefined = this.#root;
    for (const key of path) {
      if (node.failed) return true;
      node = node.children.get(key);
      if (!node) return false;
    }
    return node.failed || node.children.size > 0;
  }

  #index(): void {
    for (; this.#indexed < this.#errors.length; this.#indexed += 1) this.#mark(this.#errors[this.#indexed]?.path ?? []);
  }

  #mark(path: ErrorPath): void {
    let node = this.#root;
    for (const key of path) {
      const child = node.children.get(key) ?? newNode();
      node.children.set(key, child);
      node = child;
    }
    node.failed = true;
  }
}
