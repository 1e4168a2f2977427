/** What one operation may be. Each is far above what people and dashboards of the hub ask for. */
export interface OperationLimits {
  /** Tokens of the text, counted before it is parsed. */
  readonly tokens: number;
  /** Brackets within brackets, counted before the text is parsed: parsers are recursive. */
  readonly nesting: number;
  /** Fields within fields, fragments expanded. */
  readonly depth: number;
  /** Fields, fragments expanded. */
  readonly fields: number;
  readonly rootFields: number;
  /** Aliases, fragments expanded. */
  readonly aliases: number;
  /** Aliases of one field in one selection set. */
  readonly aliasesOfField: number;
  /** Directives, fragments expanded. */
  readonly directives: number;
  /** Directives on one field, fragment or operation. */
  readonly directivesAtPlace: number;
  /** Fragment definitions, and operations. */
  readonly definitions: number;
  /** Values in the variables, objects and lists included. */
  readonly variableValues: number;
  /** Items of one list in the variables. */
  readonly listItems: number;
}

export const DEFAULT_OPERATION_LIMITS: OperationLimits = {
  tokens: 10_000,
  nesting: 50,
  depth: 20,
  fields: 2_000,
  rootFields: 50,
  aliases: 200,
  aliasesOfField: 50,
  directives: 100,
  directivesAtPlace: 5,
  definitions: 100,
  variableValues: 50_000,
  listItems: 10_000,
};
