import { type Clock, canonicalJson, isPerson, localDate, type ReaderActor, textDigest } from '@hub/core';
import type { GraphQLSchema } from 'graphql';

import type { RequestContext } from '../context';
import type { DocumentGate, TrustedDocument } from '../documents';
import type { GatewayExecutor } from '../execution/executor.type';
import type { ClientRates, RatesOf } from '../http/client-rates';
import type { Exchange } from '../http/exchange';
import { cleanFileName } from '../http/files/file-name';
import { httpError } from '../http/http.errors';
import type { GatewayLimits } from '../http/limits';
import { isJsonContentType } from '../http/media-type';
import type { Handler, Route } from '../http/router';
import type { Authenticate } from '../security/authenticate';
import { securityError } from '../security/security.errors';
import type { ExportLog } from './export-log';
import { countRows, exportPages, type PageRun } from './export-pages';
import { ExportPlans } from './export-plans';
import { type ExportRequest, requestOfBody, requestOfSearch } from './export-request';
import { exportError } from './exports.errors';
import { RowsAlone } from './rows-alone';
import { runExport } from './run-export';

export interface ExportsOptions {
  /** The graph as clients see it; a new one after a reload. */
  readonly schema: () => GraphQLSchema;
  readonly log: ExportLog;
}

export interface ExportsRouteOptions extends ExportsOptions {
  readonly executor: GatewayExecutor;
  readonly documents: DocumentGate;
  readonly authenticate: Authenticate;
  readonly limits: GatewayLimits;
  readonly ratesOf: RatesOf;
  readonly clock: Clock;
}

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** `/exports/<name>`: the rows of a trusted document as CSV, NDJSON or xlsx, for people and for service tokens. */
export function exportsRoute(options: ExportsRouteOptions): Route {
  const { limits } = options;
  const plans = new ExportPlans(options.schema);
  let running = 0;

  const answer = async (exchange: Exchange, name: string, read: () => Promise<ExportRequest>): Promise<void> => {
    const rates = options.ratesOf(exchange.request);
    await rates.request();
    const actor = await readerOf(exchange, options.authenticate);
    const document = await documentNamed(options, name, actor);
    exchange.notes.operationName = document.name;
    const given = await read();
    if (running >= limits.exportsAtOnce) throw exportError('EXPORT_BUSY');
    running += 1;
    try {
      await runExport(exportOf(options, { exchange, rates, actor, document, given, plans }));
    } finally {
      running -= 1;
    }
  };

  const get: Handler = (exchange, name) => answer(exchange, name, async () => requestOfSearch(exchange));
  const post: Handler = (exchange, name) => {
    if (!isJsonContentType(exchange.request.headers['content-type'])) throw httpError('CONTENT_TYPE_REFUSED');
    return answer(exchange, name, () => requestOfBody(exchange, limits));
  };
  return { path: '/exports/*', methods: { GET: get, POST: post } };
}

interface Asked {
  readonly exchange: Exchange;
  readonly rates: ClientRates;
  readonly actor: ReaderActor;
  readonly document: TrustedDocument;
  readonly given: ExportRequest;
  readonly plans: ExportPlans;
}

function exportOf(options: ExportsRouteOptions, { exchange, rates, actor, document, given, plans }: Asked) {
  const { executor, limits, log, clock } = options;
  const plan = plans.of(document.text);
  const variables = given.variables(plan);
  const { format } = given;
  const name = (given.fileName && cleanFileName(given.fileName)) || `${document.name}-${localDate(clock.now())}`;
  const run: PageRun = {
    plan,
    variables,
    executor,
    admit: rates.operation(actor),
    context: () => renewedContext(options, exchange, actor, document),
  };
  return {
    exchange,
    actor,
    format,
    title: plan.title,
    columns: plan.columns,
    pages: exportPages(run),
    count: () => countRows(run),
    rowsAlone: RowsAlone.of(actor, limits.exportRowsAlone),
    clock,
    fileName: name,
    log,
    facts: {
      documentId: document.id,
      documentName: document.name,
      format: format.name,
      variablesDigest: textDigest(canonicalJson(variables)),
    },
  };
}

async function readerOf({ request, notes }: Exchange, authenticate: Authenticate): Promise<ReaderActor> {
  notes.actor = await authenticate(request.headers.authorization);
  if (notes.actor === null) throw securityError('SIGN_IN_REQUIRED');
  return notes.actor;
}

async function documentNamed(
  { documents }: ExportsRouteOptions,
  name: string,
  actor: ReaderActor,
): Promise<TrustedDocument> {
  const document = NAME.test(name) ? await documents.named(name, actor) : null;
  if (document === null) throw exportError('EXPORT_NOT_FOUND', { name: NAME.test(name) ? name : '' });
  return document;
}

/** Who reads is asked again for every page: a session that ended, a token or a document taken back, ends the export. */
async function renewedContext(
  options: ExportsRouteOptions,
  exchange: Exchange,
  before: ReaderActor,
  document: TrustedDocument,
): Promise<RequestContext> {
  const { requestId, signal } = exchange;
  const actor = await readerOf(exchange, options.authenticate);
  const current = await documentNamed(options, document.name, actor);
  if (identityOf(actor) !== identityOf(before) || current.id !== document.id) throw exportError('EXPORT_CHANGED');
  return { requestId, actor, idempotencyKey: null, signal };
}

/** Half a file under one post and half under another would be nobody's. */
const identityOf = (actor: ReaderActor): string =>
  isPerson(actor)
    ? `${actor.postId} ${actor.side} ${actor.delegation?.delegationId}`
    : `${actor.serviceTokenId} ${actor.organizationId}`;
