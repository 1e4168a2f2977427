import type { DataObject } from '../json-data';
import type { EntityTarget } from './entity-target';

/** The objects one `_entities` field is asked about: each different representation once, however often it stands in the data. */
export class EntityBatch {
  /** Representations. */
  readonly size: number;
  /** The JSON of their list. */
  readonly text: string;
  /** Parallel arrays: the n-th object is answered by `entities[answerOf[n]]`. */
  readonly objects: DataObject[] = [];
  readonly answerOf: number[] = [];

  constructor(data: DataObject, { places, write, rewriteInput }: EntityTarget) {
    const known = new Map<string, number>();
    const add = (object: DataObject) => {
      const representation = write(object);
      if (representation === undefined) return;
      let answer = known.get(representation);
      if (answer === undefined) {
        answer = known.size;
        known.set(representation, answer);
      }
      this.objects.push(object);
      this.answerOf.push(answer);
    };
    for (const walk of places) walk(data, add);
    this.size = known.size;
    const text = `[${[...known.keys()].join(',')}]`;
    this.text = rewriteInput ? rewritten(text, rewriteInput) : text;
  }
}

function rewritten(text: string, rewrite: (representation: DataObject) => void): string {
  const representations: DataObject[] = JSON.parse(text);
  representations.forEach(rewrite);
  return JSON.stringify(representations);
}

/**
 * Batches of calls that are made at the same moment, by what they ask about: fields of several subgraphs below the same
 * objects are common.
 */
export class BatchesTogether {
  readonly #batches = new Map<string, EntityBatch>();

  of(data: DataObject, target: EntityTarget): EntityBatch {
    const known = this.#batches.get(target.identity);
    if (known) return known;
    const batch = new EntityBatch(data, target);
    this.#batches.set(target.identity, batch);
    return batch;
  }
}
