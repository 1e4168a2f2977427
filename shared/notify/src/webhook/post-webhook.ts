import type { LookupAddress } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

export interface WebhookCall {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WebhookAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
  /** There was more than anybody will read. */
  readonly isCut: boolean;
}

const LONGEST_ANSWER = 64 * 1024;

/**
 * One POST to addresses that were looked at, and its answer. Nothing is followed, no connection is kept, no proxy of
 * the environment is asked, and of an endless answer the beginning is read.
 */
export function postWebhook(
  call: WebhookCall,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<WebhookAnswer> {
  const send = call.url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request: ClientRequest = send(call.url, {
      method: 'POST',
      agent: false,
      lookup: lookupIn(addresses),
      signal,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': String(Buffer.byteLength(call.body)),
        'User-Agent': 'party-work-hub',
        ...call.headers,
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      read(response).then(resolve, reject);
    });
    request.end(call.body);
  });
}

async function read(response: IncomingMessage): Promise<WebhookAnswer> {
  const { statusCode = 0, headers } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop destroys the connection.
    if (size > LONGEST_ANSWER) break;
  }
  return {
    status: statusCode,
    retryAfter: headers['retry-after'],
    body: Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString('utf8'),
    isCut: size > LONGEST_ANSWER,
  };
}

/** Answers with what is known already, whatever the name would resolve to by now. */
function lookupIn(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else if (first) callback(null, first.address, first.family);
  };
}
