import { dirname, join } from 'node:path';

import { createBullBoard } from '@bull-board/api';
import type { OperationsPage } from '@hub/gateway';
import type { JobQueue } from '@hub/jobs';

import { boardFiles, boardPage } from './board-files';
import { BoardRoutes } from './board-routes';
import { ShownQueue } from './shown-queue';

const PATH = '/ops/queues';
const UI = dirname(require.resolve('@bull-board/ui/package.json'));
const STATIC = 'static/';

/** Where the page of the board itself draws: its own script reads the address. */
const PAGES = /^(|job-schedulers|queue\/[^/]+(\/[^/]+)?)$/;

/** bull-board over the queues of this process, to be looked at only. */
export function openQueueBoard(queues: readonly JobQueue[]): OperationsPage {
  const routes = new BoardRoutes();
  createBullBoard({
    queues: queues.map((queue) => new ShownQueue(queue)),
    serverAdapter: routes,
    options: {
      uiBasePath: UI,
      uiConfig: {
        boardTitle: '任务队列（只读）',
        locale: { lng: 'zh-CN' },
        hideDocsLink: true,
        // Neither the store nor its connections are anybody's business on a page.
        hideRedisDetails: true,
        showWorkers: false,
      },
    },
  });
  const file = boardFiles(join(UI, 'dist', STATIC));
  const page = boardPage(join(UI, 'dist', 'index.ejs'), routes.pageValues(PATH));
  return {
    path: PATH,
    async handle(below, search) {
      if (below.startsWith(STATIC)) return file(below.slice(STATIC.length));
      if (PAGES.test(below)) return { status: 200, contentType: 'text/html; charset=utf-8', body: page };
      const answer = await routes.answer(below, search);
      if (answer === null) return null;
      const { status, body } = answer;
      return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
    },
  };
}
