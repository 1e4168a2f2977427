import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { type GraphQLSchema, graphql, parse } from 'graphql';

import { answerParent } from './child';
import { STUB_RESOLVERS, STUB_SUBGRAPHS } from './stub-graph';

export type StubsMessage = { readonly kind: 'open' } | { readonly kind: 'calls' };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

let calls = 0;

/** Subgraphs that cost next to nothing: a body that was seen before is answered with the bytes made then. */
function openStub(name: string, sdl: string): Promise<string> {
  const schema = buildSubgraphSchema({
    typeDefs: parse(`${LINK}${sdl}`),
    resolvers: STUB_RESOLVERS[name] as GraphQLResolverMap<unknown>,
  });
  const prepared = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    calls += 1;
    const body = await readText(request);
    let answer = prepared.get(body);
    if (!answer) {
      answer = await prepare(schema, body);
      prepared.set(body, answer);
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
  server.keepAliveTimeout = 600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`));
  });
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}

async function prepare(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables, operationName } = JSON.parse(body);
  const result = await graphql({ schema, source: query, variableValues: variables, operationName });
  if (result.errors) process.stderr.write(`${result.errors.join('\n')}\n`);
  return Buffer.from(JSON.stringify(result));
}

answerParent<StubsMessage>(async ({ kind }) => {
  if (kind === 'calls') return calls;
  const names = Object.entries(STUB_SUBGRAPHS);
  return Promise.all(
    names.map(async ([name, sdl]) => ({ name, sdl: `${LINK}${sdl}`, url: await openStub(name, sdl) })),
  );
});
