import { actorName } from '@hub/core';
import {
  buildSchema,
  type GraphQLError,
  getOperationAST,
  graphql,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';

import type { RequestContext } from '../src/context';
import type { ExecutionOutcome, GatewayExecutor } from '../src/execution/executor.type';

const schema = buildSchema(`
  type Query { hello: String! whoami: String requestId: String! key: String echo(text: String!): String! big(size: Int!): String! wait: String! crash: String }
  type Mutation { touch: String! }
`);

/** A gate a test opens by hand, so that "in flight" needs no timing. */
export class Gate {
  readonly entered: Promise<void>;
  #enter: () => void = () => undefined;
  #open: () => void = () => undefined;
  readonly #opened: Promise<void>;

  constructor() {
    this.entered = new Promise((resolve) => {
      this.#enter = resolve;
    });
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  pass(): Promise<void> {
    this.#enter();
    return this.#opened;
  }

  open(): void {
    this.#open();
  }
}

/** The gateway's executor port over graphql-js and one small schema. */
export class SchemaExecutor implements GatewayExecutor {
  readonly contexts: RequestContext[] = [];
  readonly gate = new Gate();

  /** Its schema has no subscriptions. */
  stream(...[request, context, options]: Parameters<GatewayExecutor['stream']>): Promise<ExecutionOutcome> {
    return this.execute(request, context, options);
  }

  async execute(
    request: Parameters<GatewayExecutor['execute']>[0],
    context: RequestContext,
    options: { allowMutations: boolean },
  ): Promise<ExecutionOutcome> {
    this.contexts.push(context);
    if (request.query.includes('crash')) throw new Error('secret of the machine');
    try {
      const document = parse(request.query);
      const invalid = validate(schema, document);
      if (invalid.length > 0) return refused(invalid, context);
      const operation = getOperationAST(document, request.operationName ?? null);
      if (operation?.operation === 'mutation' && !options.allowMutations) {
        return { ...refused([new Error('GET 请求只能查询。')], context), mutationRefused: true };
      }
      return await this.#run(request, context, operation);
    } catch (error) {
      return refused([error as Error], context);
    }
  }

  async #run(
    request: Parameters<GatewayExecutor['execute']>[0],
    context: RequestContext,
    operation: OperationDefinitionNode | null | undefined,
  ): Promise<ExecutionOutcome> {
    const result = await graphql({
      schema,
      source: request.query,
      variableValues: request.variables,
      operationName: request.operationName,
      rootValue: {
        hello: '你好',
        whoami: context.actor && actorName(context.actor),
        requestId: context.requestId,
        key: context.idempotencyKey,
        echo: ({ text }: { text: string }) => text,
        big: ({ size }: { size: number }) => '文'.repeat(size),
        wait: () => this.gate.pass().then(() => 'done'),
        touch: 'touched',
      },
    });
    if (result.data === undefined && result.errors) return refused(result.errors, context);
    return {
      body: JSON.stringify(result),
      requestError: false,
      operationName: operation?.name?.value ?? null,
      operationKind: operation?.operation,
    };
  }
}

function refused(errors: readonly (Error | GraphQLError)[], { requestId }: RequestContext): ExecutionOutcome {
  const body = {
    errors: errors.map(({ message }) => ({ message, extensions: { code: 'BAD_USER_INPUT', requestId } })),
  };
  return { body: JSON.stringify(body), requestError: true, operationName: null };
}
