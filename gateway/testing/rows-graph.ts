import { buildSchema, graphql } from 'graphql';
import type { RequestContext } from '../src/context';
import type { ExecutionOutcome, GatewayExecutor } from '../src/execution/executor.type';

/** A graph with rows to export, in every shape there is. */
export const rowsSchema = buildSchema(`
  scalar Fen
  scalar Date
  scalar DateTime
  enum State { "在用：照常运转。" ACTIVE "已撤销。" GONE }
  enum Sort { "甲。" A "甲。" B }
  type Query {
    "单位明细平表，供导出。"
    unitRows(first: Int, after: String, offset: Int, nature: String, limit: Int): UnitRowConnection!
    totals(year: Int!): [Total!]!
    maybe: [Total]
    unit: Unit
    units: [[Unit]]
    search: [Found!]!
    names: [String!]!
    half(first: Int): UnitRowConnection!
  }
  type UnitRowConnection { nodes: [UnitRow!]! totalCount: Int! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  interface Named { name: String }
  type UnitRow implements Named {
    "单位标识。" id: ID! "名称；可改。" name: String "金额。" amount: Fen "所在片区。" zone: Zone tags: [String!]! found: Found
    "设立日期。" since: Date "变更时间。" changedAt: DateTime "状态。" state: State "类别。" sort: Sort "是否保留。" kept: Boolean
    "比例。" share: Float
  }
  type Zone { "名称。" name: String leader: Leader }
  type Leader { name: String }
  type Unit { id: ID! }
  type Total { key: String! count: Int! }
  union Found = Unit | Zone
  type Mutation { touch: String }
`);

export interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly amount?: number;
  readonly zone?: object | null;
  readonly [other: string]: unknown;
}

/** What any operation is said to cost: three points with the one it costs to ask. */
const COST = 200;

/** The gateway's executor port over that graph and rows that a test sets. */
export class RowsExecutor implements GatewayExecutor {
  rows: readonly Row[] = [];
  /** Called before each page is answered. */
  onPage: (after: string | null) => void | Promise<void> = () => undefined;
  readonly pages: (string | null)[] = [];
  /** Questions that only counted. */
  counts = 0;
  /** What is said to be the total, when it is not the truth. */
  total: number | null = null;
  readonly contexts: RequestContext[] = [];

  stream(...[request, context]: Parameters<GatewayExecutor['stream']>): Promise<ExecutionOutcome> {
    return this.execute(request, context);
  }

  async execute(
    request: Parameters<GatewayExecutor['execute']>[0],
    context: RequestContext,
    options?: Parameters<GatewayExecutor['execute']>[2],
  ): Promise<ExecutionOutcome> {
    await options?.admit?.({ cost: COST, openMutations: 0 });
    this.contexts.push(context);
    const result = await graphql({
      schema: rowsSchema,
      source: request.query,
      variableValues: request.variables,
      operationName: request.operationName,
      rootValue: {
        unitRows: (args: { first: number; after?: string | null }) =>
          args.first === 1 ? this.#count() : this.#page({ after: null, ...args }),
        totals: ({ year }: { year: number }) => [{ key: String(year), count: this.rows.length }],
      },
    });
    const errors = result.errors?.map(({ message, extensions, originalError }) => ({
      message,
      extensions: { code: originalError ? 'UNAVAILABLE' : 'GRAPHQL_VALIDATION_FAILED', ...extensions },
    }));
    return { body: JSON.stringify({ ...(errors ? { errors } : {}), data: result.data }), requestError: false };
  }

  #count() {
    this.counts += 1;
    return { totalCount: this.total ?? this.rows.length };
  }

  async #page({ first, after }: { first: number; after: string | null }) {
    this.pages.push(after);
    await this.onPage(after);
    const start = after === null ? 0 : Number(after);
    const nodes = this.rows.slice(start, start + first).map((row) => ({ tags: [], zone: null, ...row }));
    const last = start + nodes.length;
    return {
      nodes,
      totalCount: this.rows.length,
      pageInfo: { hasNextPage: last < this.rows.length, endCursor: String(last) },
    };
  }
}
