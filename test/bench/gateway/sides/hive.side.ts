import { openPeers } from '../../../support/peers';
import { type Door, openDoor, type Visit } from './door';
import { listen } from './listen';
import type { OpenSide, SideSetting } from './side.type';

interface HiveContext {
  readonly request: Request;
  visit?: Visit;
}

interface ExecutionArgs {
  readonly contextValue: HiveContext;
  readonly operationName?: string | null;
  readonly document: { readonly definitions: readonly { readonly kind: string; readonly name?: { value: string } }[] };
}

/** Hive's gateway runtime with its executor in JavaScript, as it comes. */
export const openHive: OpenSide = (setting) => open(setting, {});

/** The same with the planner in Rust. */
export const openHiveWithRustPlanner: OpenSide = (setting) => {
  const { unifiedGraphHandler } = openPeers()('@graphql-hive/router-runtime');
  return open(setting, { unifiedGraphHandler });
};

async function open(setting: SideSetting, planning: object): Promise<{ port: number }> {
  const { createGatewayRuntime } = openPeers()('@graphql-hive/gateway-runtime');
  const door = openDoor(setting);
  const runtime = createGatewayRuntime({
    supergraph: setting.supergraph,
    logging: 'error',
    landingPage: false,
    graphiql: false,
    plugins: () => [authenticate(door), countAndLog(door), signCalls(door)],
    ...planning,
  });
  return listen(runtime);
}

const authenticate = (door: Door) => ({
  async onContextBuilding({ context, extendContext }: { context: HiveContext; extendContext(added: object): void }) {
    const authorization = context.request.headers.get('authorization') ?? undefined;
    extendContext({ visit: await door.enter(authorization) });
  },
});

const countAndLog = (door: Door) => ({
  onExecute({ args }: { args: ExecutionArgs }) {
    return {
      onExecuteDone() {
        const name = args.document.definitions.find(({ kind }) => kind === 'OperationDefinition')?.name?.value ?? null;
        if (args.contextValue.visit) door.leave(args.contextValue.visit, name, 200);
      },
    };
  },
});

interface SubgraphExecution {
  readonly subgraphName: string;
  readonly executionRequest: { readonly context?: HiveContext; readonly extensions?: object };
  setExecutionRequest(request: object): void;
}

const signCalls = (door: Door) => ({
  async onSubgraphExecute({ subgraphName, executionRequest, setExecutionRequest }: SubgraphExecution) {
    const { visit } = executionRequest.context ?? {};
    if (!visit) return;
    const [name, value] = door.sign(visit, subgraphName);
    setExecutionRequest({
      ...executionRequest,
      extensions: { ...executionRequest.extensions, headers: { [name]: value } },
    });
  },
});
