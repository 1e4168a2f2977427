import type { RequestContext } from '../../context';
import type { DocumentGate } from '../../documents';
import type { ExecutionOutcome, GatewayExecutor } from '../../execution/executor.type';
import type { Authenticate } from '../../security/authenticate';
import { refuseForeignPage } from '../../security/foreign-page';
import type { ClientRates, RatesOf } from '../client-rates';
import type { Exchange } from '../exchange';
import { httpError } from '../http.errors';
import type { GatewayLimits } from '../limits';
import {
  chooseMediaType,
  EVENT_STREAM,
  isJsonContentType,
  prefersEventStream,
  type ResponseMediaType,
} from '../media-type';
import { readBody } from '../read-body';
import type { Handler, Route } from '../router';
import { send } from '../send';
import type { SseAnswers } from '../subscriptions';
import { type GraphQLParameters, parametersOfBody, parametersOfSearch } from './graphql-parameters';
import { idempotencyKeyOf } from './idempotency-key';

export interface GraphQLRouteOptions {
  readonly executor: GatewayExecutor;
  readonly documents: DocumentGate;
  readonly authenticate: Authenticate;
  readonly limits: GatewayLimits;
  readonly streams: SseAnswers;
  readonly ratesOf: RatesOf;
}

interface Asked {
  readonly exchange: Exchange;
  readonly rates: ClientRates;
  readonly context: RequestContext;
}

type AnswerType = ResponseMediaType | typeof EVENT_STREAM;

/** GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/ */
export function graphqlRoute({
  executor,
  documents,
  authenticate,
  limits,
  ratesOf,
  streams,
}: GraphQLRouteOptions): Route {
  const post: Handler = async (exchange) => {
    const rates = ratesOf(exchange.request);
    await rates.request();
    const mediaType = negotiate(exchange);
    requireJsonBody(exchange);
    const context = await contextOf(exchange, authenticate);
    const parameters = parametersOfBody(await readBody(exchange.request, limits));
    await run({ exchange, rates, context }, mediaType, parameters, true);
  };
  const get: Handler = async (exchange) => {
    const rates = ratesOf(exchange.request);
    await rates.request();
    const mediaType = negotiate(exchange);
    refuseForeignPage(exchange.request.headers);
    const context = await contextOf(exchange, authenticate);
    await run({ exchange, rates, context }, mediaType, parametersOfSearch(exchange.search), false);
  };

  async function run(
    { exchange, rates, context }: Asked,
    mediaType: AnswerType,
    parameters: GraphQLParameters,
    allowMutations: boolean,
  ): Promise<void> {
    exchange.notes.operationName = parameters.operationName ?? null;
    const request = { ...parameters, ...(await documents.admit(parameters, context.actor)) };
    const admit = rates.operation(context.actor);
    if (mediaType === EVENT_STREAM) return streams.answer(exchange, { request, context, allowMutations, admit });
    const outcome = await executor.execute(request, context, { allowMutations, admit });
    exchange.notes.operationName = outcome.operationName ?? exchange.notes.operationName;
    if (outcome.mutationRefused) exchange.response.setHeader('allow', 'POST');
    const status = statusOfOutcome(outcome, mediaType);
    await send(exchange, { status, contentType: `${mediaType}; charset=utf-8`, body: outcome.body });
  }

  return { path: '/graphql', methods: { GET: get, POST: post } };
}

function negotiate({ request, response }: Exchange): AnswerType {
  response.appendHeader('vary', 'Accept');
  if (prefersEventStream(request.headers.accept)) return EVENT_STREAM;
  const mediaType = chooseMediaType(request.headers.accept);
  if (mediaType === null) throw httpError('NOT_ACCEPTABLE');
  return mediaType;
}

/** Also the CSRF rule of POST: a page of another origin cannot send this type without a preflight, and none is granted. */
function requireJsonBody({ request, response }: Exchange): void {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (isJsonContentType(request.headers['content-type']) && encoding === 'identity') return;
  response.setHeader('accept-post', 'application/json');
  throw httpError('CONTENT_TYPE_REFUSED');
}

async function contextOf(exchange: Exchange, authenticate: Authenticate): Promise<RequestContext> {
  const { request, requestId, signal, notes } = exchange;
  const idempotencyKey = idempotencyKeyOf(request.headers['idempotency-key']);
  notes.actor = await authenticate(request.headers.authorization);
  return { requestId, actor: notes.actor, idempotencyKey, signal };
}

/** `application/json` cannot tell an answer from a failure by status: old clients read the body only at 200. */
function statusOfOutcome(outcome: ExecutionOutcome, mediaType: ResponseMediaType): number {
  if (outcome.mutationRefused) return 405;
  return outcome.requestError && mediaType === 'application/graphql-response+json' ? 400 : 200;
}
