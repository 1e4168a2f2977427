import type { IncomingMessage, ServerResponse } from 'node:http';

import { Pool } from 'undici';

import { openDoor, type Visit } from './door';
import { HAND_WRITTEN } from './hand-written';
import { listen } from './listen';
import type { Ask, OpenSide } from './side.type';

/** What somebody who knows the operations in advance would write instead of a gateway. */
export const openHandWritten: OpenSide = async (setting) => {
  const door = openDoor(setting);
  const subgraphs = new Map(
    Object.entries(setting.urls).map(([name, url]) => {
      const { origin, pathname } = new URL(url);
      return [name, { pool: new Pool(origin, { connections: 32 }), path: pathname }];
    }),
  );

  const asker =
    (visit: Visit): Ask =>
    async (subgraph, query, variables) => {
      const remote = subgraphs.get(subgraph);
      if (!remote) throw new Error(`no subgraph ${subgraph}`);
      const [header, value] = door.sign(visit, subgraph);
      const { body } = await remote.pool.request({
        method: 'POST',
        path: remote.path,
        headers: { 'content-type': 'application/json', accept: 'application/json', [header]: value },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await body.json()) as { data: Record<string, never>; errors?: unknown };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const visit = await door.enter(request.headers.authorization);
    const { operationName, variables } = JSON.parse(await readText(request));
    const operation = HAND_WRITTEN[operationName];
    if (!operation) throw new Error(`nobody wrote ${operationName}`);
    const text = JSON.stringify({ data: await operation(asker(visit), variables) });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'x-request-id': visit.requestId,
    });
    response.end(text);
    door.leave(visit, operationName, 200);
  };
  return listen((request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(500).end(error.stack));
  });
};

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
