import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import { type ExportPlan, planExport } from './export-plan';

const MAX_PLANS = 200;

/** Plans of the documents that are exported, made once for each document and schema. */
export class ExportPlans {
  #schema: GraphQLSchema | null = null;
  readonly #plans = new LRUCache<string, ExportPlan>({ max: MAX_PLANS });

  constructor(private readonly schema: () => GraphQLSchema) {}

  of(text: string): ExportPlan {
    const schema = this.schema();
    if (schema !== this.#schema) this.#plans.clear();
    this.#schema = schema;
    const plan = this.#plans.get(text) ?? planExport(text, schema);
    this.#plans.set(text, plan);
    return plan;
  }
}
