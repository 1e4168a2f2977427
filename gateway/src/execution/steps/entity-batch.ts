import type { DataObject } from '../json-data';
import type { EntityTarget } from './entity-target';

/** The objects one `_entities` field is asked about: each different representation once, however often it stands in the data. */
export class EntityBatch {
  readonly representations: readonly DataObject[];
  /** Parallel arrays: the n-th object is answered by `entities[answerOf[n]]`. */
  readonly objects: DataObject[] = [];
  readonly answerOf: number[] = [];
  readonly #known = new Map<string, number>();

  constructor(data: DataObject, { places, write, rewriteInput }: EntityTarget) {
    for (const walk of places) walk(data, (object) => this.#add(object, write(object)));
    this.representations = JSON.parse(`[${[...this.#known.keys()].join(',')}]`) as DataObject[];
    if (rewriteInput) this.representations.forEach(rewriteInput);
  }

  #add(object: DataObject, representation: string | undefined): void {
    if (representation === undefined) return;
    const answer = this.#known.get(representation) ?? this.#known.size;
    this.#known.set(representation, answer);
    this.objects.push(object);
    this.answerOf.push(answer);
  }
}
