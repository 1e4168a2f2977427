import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

import { type Authority, meets } from './authority';
import { type Denial, denialOf } from './denial';
import { requirementsOf } from './field-requirements';
import type { Requirement, RequirementTable } from './requirement-table';

/** Finds what of an operation somebody may not read, so that it is never asked of a subgraph. */
export class OperationAuthorization {
  /** Every requirement in a document, once. */
  readonly #asked = new WeakMap<DocumentNode, readonly Requirement[]>();
  readonly #openMutations = new WeakMap<OperationDefinitionNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly table: RequirementTable,
  ) {}

  /** Tells apart the variants of a document for different authorities; empty where nothing is asked. */
  variant(document: DocumentNode, authority: Authority): string {
    return this.#of(document)
      .map((requirement) => (meets(authority, requirement) ? '1' : '0'))
      .join('');
  }

  /** Fields that are not answered. What stands below them is not looked at. */
  denials(document: DocumentNode, authority: Authority): ReadonlyMap<FieldNode, Denial> {
    const denied = new Map<FieldNode, Denial>();
    if (this.table.size === 0) return denied;
    this.#eachField(document, (node, requirements) => {
      const denial = denialOf(requirements, authority);
      if (denial) denied.set(node, denial);
      return denial === null;
    });
    return denied;
  }

  /** Root fields of a mutation that ask for nobody: the way in, at which passwords are guessed. */
  openMutations(document: DocumentNode, operation: OperationDefinitionNode): number {
    if (operation.operation !== OperationTypeNode.MUTATION) return 0;
    const known = this.#openMutations.get(operation);
    if (known !== undefined) return known;
    const count = this.#countOpenMutations(document);
    this.#openMutations.set(operation, count);
    return count;
  }

  /** Of all mutations of the document, fragments included: nobody has a reason to send several. */
  #countOpenMutations(document: DocumentNode): number {
    const mutation = this.schema.getMutationType();
    let count = 0;
    this.#eachField(document, (_, requirements, parent) => {
      if (parent === mutation && requirements.length === 0) count += 1;
      return true;
    });
    return count;
  }

  #of(document: DocumentNode): readonly Requirement[] {
    const known = this.#asked.get(document);
    if (known) return known;
    const requirements = new Set<Requirement>();
    if (this.table.size > 0) {
      this.#eachField(document, (_, asked) => {
        for (const requirement of asked) requirements.add(requirement);
        return true;
      });
    }
    const asked = distinct(requirements);
    this.#asked.set(document, asked);
    return asked;
  }

  /** Goes below a field when `look` says so. */
  #eachField(
    document: DocumentNode,
    look: (node: FieldNode, requirements: readonly Requirement[], parent: GraphQLNamedType) => boolean,
  ): void {
    const info = new TypeInfo(this.schema);
    const enter = (node: FieldNode) => {
      const parent = info.getParentType();
      const field: GraphQLField<unknown, unknown> | null | undefined = info.getFieldDef();
      if (!parent || !field) return undefined;
      return look(node, requirementsOf(this.schema, this.table, parent, field), parent) ? undefined : false;
    };
    visit(document, visitWithTypeInfo(info, { [Kind.FIELD]: { enter } }));
  }
}

/** Equal requirements of different fields count once. */
function distinct(requirements: Iterable<Requirement>): Requirement[] {
  return [...new Map([...requirements].map((requirement) => [JSON.stringify(requirement), requirement])).values()];
}
