import type {
  AppControllerRoute,
  AppViewRoute,
  BullBoardQueues,
  IServerAdapter,
  UIConfig,
} from '@bull-board/api/typings/app';

/** What the board may be asked: all of it GET, and nothing that tells more than jobs, their state and timetables. */
const SHOWN = [
  '/api/queues',
  '/api/job-schedulers',
  '/api/queues/:queueName/:jobId/logs',
  '/api/queues/:queueName/:jobId/flow',
  '/api/queues/:queueName/:jobId',
] as const;

interface ShownRoute {
  readonly pattern: readonly string[];
  readonly handler: AppControllerRoute['handler'];
}

/** Takes from the board what the hub serves of it: its way of being told of a server. */
export class BoardRoutes implements IServerAdapter {
  #queues: BullBoardQueues = new Map();
  #uiConfig: UIConfig = {};
  #entry: AppViewRoute | null = null;
  #shown: readonly ShownRoute[] = [];

  setQueues(queues: BullBoardQueues): this {
    this.#queues = queues;
    return this;
  }
  setUIConfig(config: UIConfig): this {
    this.#uiConfig = config;
    return this;
  }
  setEntryRoute(route: AppViewRoute): this {
    this.#entry = route;
    return this;
  }
  setApiRoutes(routes: AppControllerRoute[]): this {
    this.#shown = SHOWN.map((path) => {
      const found = routes.find(({ method, route }) => method === 'get' && route === path);
      if (!found) throw new Error(`the board has no ${path}`);
      return { pattern: path.split('/').slice(1), handler: found.handler };
    });
    return this;
  }
  /** The hub serves its files itself, and its own mask covers what fails. */
  setViewsPath(): this {
    return this;
  }
  setStaticPath(): this {
    return this;
  }
  setErrorHandler(): this {
    return this;
  }

  pageValues(basePath: string): Readonly<Record<string, string>> {
    if (!this.#entry) throw new Error('the board has no page');
    return this.#entry.handler({ basePath, uiConfig: this.#uiConfig }).params;
  }

  /** Null: nothing of the board that is shown has this path. */
  async answer(path: string, search: URLSearchParams): Promise<{ status: number; body: unknown } | null> {
    for (const { pattern, handler } of this.#shown) {
      const params = paramsOf(pattern, path.split('/'));
      if (!params) continue;
      const query = Object.fromEntries(search);
      const asked = { queues: this.#queues, uiConfig: this.#uiConfig, query, params, body: {}, headers: {} };
      const { status = 200, body } = await handler(asked);
      return { status, body };
    }
    return null;
  }
}

function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const part = parts[at] as string;
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decoded(part);
    else if (wanted !== part) return null;
  }
  return params;
}

/** What is no encoding stands for itself: no queue and no job has such a name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
