/** What of type-graphql's store of decorators is looked at. It has no other name than this global one. */
interface DecoratorStore {
  readonly fields: readonly FieldRecord[];
  readonly middlewares: readonly Guard[];
  readonly authorizedFields: readonly Guard[];
}

interface FieldRecord {
  readonly target: unknown;
  /** Of the property; the field may have another in the graph. */
  readonly name: string;
  readonly schemaName: string;
  simple?: boolean;
}

interface Guard {
  readonly target: unknown;
  readonly fieldName: string;
}

/**
 * type-graphql wraps every field in a resolver that may run middlewares. A field without any is a property of its
 * object, and graphql reads properties by itself: saying so takes most of the cost of a long list away, in compiled
 * execution and in the reference.
 */
export function markPlainFields(): void {
  const { TypeGraphQLMetadataStorage: store } = globalThis as { TypeGraphQLMetadataStorage?: DecoratorStore };
  if (!store) throw new Error('type-graphql keeps its decorators somewhere else');
  const guards = [...store.middlewares, ...store.authorizedFields];
  const isGuarded = ({ target, name }: FieldRecord) =>
    guards.some((guard) => guard.target === target && guard.fieldName === name);
  for (const field of store.fields) {
    if (field.simple === undefined && field.name === field.schemaName && !isGuarded(field)) field.simple = true;
  }
}
