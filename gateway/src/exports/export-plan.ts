import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseValue,
  print,
  type SelectionSetNode,
  type VariableDefinitionNode,
  validate,
} from 'graphql';

import { type Fragments, fragmentsOf, onlyQuery } from '../execution/operation/definitions';
import { type Column, columnsOf, fieldsOf, selectionsOf } from './columns';
import { firstClause } from './described-names';
import { exportError } from './exports.errors';
import { pagedDocument } from './paged-document';

/** How a document is exported: what is asked for each page, and the columns that come of it. */
export interface ExportPlan {
  /** The text of one page; of the whole list when it is not paged. */
  readonly text: string;
  readonly operationName: string | null;
  /** Names of the variables that page; null for a list that comes as a whole. */
  readonly paging: { readonly first: string; readonly after: string } | null;
  /** The text that counts all rows; null for a list, and for a connection that does not count. */
  readonly count: string | null;
  /** Variables that a client may give. */
  readonly variables: readonly VariableDefinitionNode[];
  readonly columns: readonly Column[];
  /** What the rows are, for people. */
  readonly title: string;
}

/** The one root field of every planned text has this name in the answer. */
export const ROWS = 'rows';

const PAGING_ARGUMENTS = ['first', 'after', 'offset'];

/** Throws why a document has no rows. The document is valid in the schema. */
export function planExport(text: string, schema: GraphQLSchema): ExportPlan {
  const document = validDocument(text, schema);
  const fragments = fragmentsOf(document);
  const operation = operationOf(document);
  const queryType = schema.getQueryType() as GraphQLObjectType;
  const [root, ...others] = [...fieldsOf([operation.selectionSet], queryType, fragments).values()].flat();
  if (!root || others.length > 0) throw exportError('EXPORT_ROOT');
  const title = firstClause(queryType.getFields()[root.name.value]?.description) ?? root.name.value;
  return { ...planRoot({ document, operation, fragments, root }, queryType), title };
}

type RowsPlan = Omit<ExportPlan, 'title'>;

interface Parts {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly root: FieldNode;
}

function planRoot(parts: Parts, queryType: GraphQLObjectType): RowsPlan {
  const { fragments, root } = parts;
  const field = queryType.getFields()[root.name.value];
  const refuse = () => exportError('EXPORT_SHAPE', { field: root.name.value });
  const type = field && getNullableType(field.type);
  const rowType = type && getNamedType(type);
  if (!isObjectType(rowType)) throw refuse();
  const sets = selectionsOf([root]);
  if (isListType(type)) {
    if (isListType(getNullableType(type.ofType))) throw refuse();
    const columns = columnsOf(sets, rowType, fragments);
    return planned(parts, sets, root.arguments ?? [], columns, false);
  }
  const nodes = fieldsOf(sets, rowType, fragments).get('nodes');
  const nodeType = nodesType(rowType);
  const pages = PAGING_ARGUMENTS.slice(0, 2).every((name) => field?.args.some((arg) => arg.name === name));
  if (!nodes || nodeType === null || !pages) throw refuse();
  const nodeSets = selectionsOf(nodes);
  const kept = (root.arguments ?? []).filter(({ name }) => !PAGING_ARGUMENTS.includes(name.value));
  const plan = planned(parts, nodeSets, kept, columnsOf(nodeSets, nodeType, fragments), true);
  return TOTAL in rowType.getFields() ? { ...plan, count: countText(parts, kept) } : plan;
}

const TOTAL = 'totalCount';

/** How many rows of a connection there are, asked with one row at most. */
function countText({ document, operation, fragments, root }: Parts, args: readonly ArgumentNode[]): string {
  const first = parseValue('1');
  const counted = pagedDocument({
    document,
    operation,
    fragments,
    field: root.name,
    alias: ROWS,
    rowSets: [
      { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: TOTAL } }] },
    ],
    args: [...args, { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'first' }, value: first }],
    paged: false,
  });
  return print(counted.document);
}

/** The type of a connection's nodes; null for an object that is no connection. */
function nodesType(type: GraphQLObjectType): GraphQLObjectType | null {
  const { nodes, pageInfo } = type.getFields();
  const list = nodes && getNullableType(nodes.type);
  const node = list && isListType(list) ? getNullableType(list.ofType) : null;
  return pageInfo && isObjectType(node) ? node : null;
}

function planned(
  { document, operation, fragments, root }: Parts,
  rowSets: readonly SelectionSetNode[],
  args: readonly ArgumentNode[],
  columns: readonly Column[],
  paged: boolean,
): RowsPlan {
  const rewritten = pagedDocument({
    document,
    operation,
    fragments,
    field: root.name,
    alias: ROWS,
    rowSets,
    args,
    paged,
  });
  return {
    text: print(rewritten.document),
    operationName: operation.name?.value ?? null,
    paging: rewritten.paging,
    count: null,
    variables: rewritten.variables,
    columns,
  };
}

function validDocument(text: string, schema: GraphQLSchema): DocumentNode {
  try {
    const document = parse(text);
    const [error] = validate(schema, document);
    if (!error) return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  // A trusted document that the present graph does not know any more.
  throw exportError('EXPORT_NOT_QUERY');
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = onlyQuery(document);
  if (operation === null) throw exportError('EXPORT_NOT_QUERY');
  if (operation.directives?.length) throw exportError('EXPORT_CONDITIONAL_FIELD');
  return operation;
}
