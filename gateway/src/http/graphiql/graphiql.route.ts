import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Exchange } from '../exchange';
import { httpError } from '../http.errors';
import { pagePolicy } from '../page-policy';
import type { Handler, Route } from '../router';
import { send } from '../send';
import { GRAPHIQL_PAGE, GRAPHIQL_PAGE_STYLE } from './page';
import { startScript } from './start-script';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
/** CodeMirror and the dialogs write style attributes. */
const POLICY = pagePolicy({ baseUri: "'none'" });

interface Asset {
  readonly contentType: string;
  readonly read: () => Promise<string | Buffer>;
}

/** GraphiQL from the installed packages: a closed network has no CDN. */
export function graphiqlRoutes(firstQuery?: string): Route[] {
  const assets: ReadonlyMap<string, Asset> = new Map([
    ['start.js', { contentType: SCRIPT, read: async () => startScript(firstQuery) }],
    ['page.css', { contentType: STYLE, read: async () => GRAPHIQL_PAGE_STYLE }],
    ['graphiql.css', packaged(STYLE, 'graphiql', 'graphiql.min.css')],
    ['graphiql.js', packaged(SCRIPT, 'graphiql', 'graphiql.min.js')],
    ['react.js', packaged(SCRIPT, 'react', 'umd/react.production.min.js')],
    ['react-dom.js', packaged(SCRIPT, 'react-dom', 'umd/react-dom.production.min.js')],
  ]);
  const asset: Handler = async (exchange, name) => {
    const found = assets.get(name);
    if (!found) throw httpError('ROUTE_NOT_FOUND');
    exchange.response.setHeader('cache-control', 'private, max-age=600');
    await send(exchange, { status: 200, contentType: found.contentType, body: await found.read() });
  };
  return [
    { path: '/', methods: { GET: sendPage, HEAD: sendPage } },
    { path: '/graphiql', methods: { GET: sendPage, HEAD: sendPage } },
    { path: '/graphiql/*', methods: { GET: asset } },
  ];
}

/** By the package's folder: react's export map hides the browser builds. */
function packaged(contentType: string, packageName: string, file: string): Asset {
  const folder = dirname(require.resolve(`${packageName}/package.json`));
  return { contentType, read: () => readFile(join(folder, file)) };
}

function sendPage(exchange: Exchange): Promise<void> {
  exchange.response.setHeader('content-security-policy', POLICY);
  return send(exchange, { status: 200, contentType: 'text/html; charset=utf-8', body: GRAPHIQL_PAGE });
}
