import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { type Fragments, fragmentsOf } from '../../execution/operation/definitions';

import { conditionTerm } from './condition-term';
import type { CostTable } from './cost-table';
import { type CostTerm, evaluateCost, greatest, plus, shared, times } from './cost-term';
import { sizeOf, UNKNOWN_SIZE } from './list-size';

/** What an operation may cost at most, estimated from its text and variables before it runs. */
export type OperationCost = (variables: Readonly<Record<string, unknown>>) => number;

/** A mutation costs this much before anything it returns is counted. */
const MUTATION_WEIGHT = 10;
const COMPOSITE_WEIGHT = 1;

/** Compiles the cost of a valid operation; all that does not depend on variables is worked out here. */
export function compileCost(
  schema: GraphQLSchema,
  costs: CostTable,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) return () => 0;
  const compiler = new CostCompiler(schema, costs, fragmentsOf(document));
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const term = compiler.selections(operation.selectionSet, rootType, NO_SIZES, isMutation ? MUTATION_WEIGHT : 0);
  return (variables) => evaluateCost(term, variables);
}

/** Sizes that a field gave to lists one level below it (`sizedFields`). */
type Sizes = ReadonlyMap<string, CostTerm>;

const NO_SIZES: Sizes = new Map();

class CostCompiler {
  readonly #known = new Map<SelectionSetNode, Map<GraphQLNamedType, CostTerm>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: CostTable,
    private readonly fragments: Fragments,
  ) {}

  /** Of an abstract type the dearest of its object types counts. */
  selections(set: SelectionSetNode, type: GraphQLNamedType, sizes: Sizes, perField = 0): CostTerm {
    if (!isCompositeType(type)) return 0;
    if (isObjectType(type)) return this.#ofObject(set, type, sizes, perField);
    const possible = this.schema.getPossibleTypes(type);
    return greatest(possible.map((candidate) => this.#ofObject(set, candidate, sizes, perField)));
  }

  #ofObject(set: SelectionSetNode, type: GraphQLNamedType, sizes: Sizes, perField: number): CostTerm {
    if (sizes.size > 0 || perField > 0) return this.#sum(set, type, sizes, perField);
    const byType = this.#known.get(set) ?? new Map<GraphQLNamedType, CostTerm>();
    this.#known.set(set, byType);
    const term = byType.get(type) ?? shared(this.#sum(set, type, sizes, perField));
    byType.set(type, term);
    return term;
  }

  #sum(set: SelectionSetNode, type: GraphQLNamedType, sizes: Sizes, perField: number): CostTerm {
    return set.selections
      .map((selection) => times(conditionTerm(selection), this.#ofSelection(selection, type, sizes, perField)))
      .reduce(plus, 0);
  }

  #ofSelection(selection: SelectionNode, type: GraphQLNamedType, sizes: Sizes, perField: number): CostTerm {
    if (selection.kind === Kind.FIELD) return plus(perField, this.#ofField(selection, type, sizes));
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
    if (!fragment || !this.#applies(fragment.typeCondition?.name.value, type)) return 0;
    return this.#ofObject(fragment.selectionSet, type, sizes, perField);
  }

  #applies(condition: string | undefined, type: GraphQLNamedType): boolean {
    const wanted = condition === undefined ? type : this.schema.getType(condition);
    if (wanted === type) return true;
    return (
      isCompositeType(wanted) && !isObjectType(wanted) && isObjectType(type) && this.schema.isSubType(wanted, type)
    );
  }

  #ofField(node: FieldNode, type: GraphQLNamedType, sizes: Sizes): CostTerm {
    const field = isCompositeType(type) && !isUnionType(type) ? type.getFields()[node.name.value] : undefined;
    // Introspection: answered from memory, and only where it is allowed at all.
    if (!field) return 0;
    const coordinate = `${type.name}.${field.name}`;
    const listSize = this.costs.listSizes.get(coordinate);
    const named = getNamedType(field.type);
    const size = sizeOf(listSize, field, node);
    const sized: Sizes = new Map(listSize?.sizedFields.map((name) => [name, size]));
    const below = node.selectionSet ? this.selections(node.selectionSet, named, sized) : 0;
    const weight = this.costs.weights.get(coordinate);
    const each = plus(weight === undefined ? this.#weightOf(named) : 0, below);
    const many = this.#times(each, field.type, sizes.get(field.name) ?? size);
    return plus(plus(weight ?? 0, many), this.#ofArguments(coordinate, field, node));
  }

  /** A list within a list is as long again. */
  #times(each: CostTerm, type: GraphQLOutputType, size: CostTerm): CostTerm {
    const nullable = getNullableType(type);
    if (!isListType(nullable)) return each;
    const inner = getNullableType(nullable.ofType);
    return times(size, isListType(inner) ? this.#times(each, inner, UNKNOWN_SIZE) : each);
  }

  #weightOf(type: GraphQLNamedType): number {
    return this.costs.weights.get(type.name) ?? (isCompositeType(type) ? COMPOSITE_WEIGHT : 0);
  }

  #ofArguments(coordinate: string, { args }: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const given = new Set(node.arguments?.map(({ name }) => name.value));
    return args
      .filter(({ name }) => given.has(name))
      .reduce((sum, { name }) => sum + (this.costs.weights.get(`${coordinate}(${name}:)`) ?? 0), 0);
  }
}
