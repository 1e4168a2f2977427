import type { DataObject } from '../json-data';
import type { WalkPlaces } from './places';
import type { WriteRepresentation } from './representation';
import type { Rewrite } from './rewrites';

/** The objects one `_entities` field is asked about: each different representation once, however often it stands in the data. */
export class EntityBatch {
  readonly representations: DataObject[] = [];
  /** Parallel arrays: the n-th object is answered by `entities[answerOf[n]]`. */
  readonly objects: DataObject[] = [];
  readonly answerOf: number[] = [];
  readonly #known = new Map<string, number>();

  constructor(
    private readonly write: WriteRepresentation,
    private readonly rewrite: Rewrite | undefined,
  ) {}

  collect(data: DataObject, places: readonly WalkPlaces[]): void {
    for (const walk of places) walk(data, (object) => this.#add(object));
  }

  #add(object: DataObject): void {
    const text = this.write(object);
    if (text === undefined) return;
    this.objects.push(object);
    this.answerOf.push(this.#known.get(text) ?? this.#newRepresentation(text));
  }

  #newRepresentation(text: string): number {
    const representation = JSON.parse(text) as DataObject;
    this.rewrite?.(representation);
    this.#known.set(text, this.representations.length);
    return this.representations.push(representation) - 1;
  }
}
