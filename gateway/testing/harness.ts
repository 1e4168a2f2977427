import { ManualClock, type PersonActor } from '@hub/core';
import { createLogger, type ReadinessReport } from '@hub/runtime';
import { SignJWT } from 'jose';
import { type Dispatcher, Pool } from 'undici';

import { DocumentGate, manifestRegistry } from '../src/documents';
import { createGateway, type Gateway, type GatewayOptions } from '../src/http';
import { SchemaExecutor } from './schema-executor';

export const SESSION_ID = '01980000-0000-7000-8000-000000000001';

export const CLERK: PersonActor = {
  side: 'unit',
  committeeId: '01980000-0000-7000-8000-0000000000c1',
  accountId: '01980000-0000-7000-8000-0000000000a1',
  sessionId: SESSION_ID,
  postId: '01980000-0000-7000-8000-0000000000b1',
  role: 'UNIT_CLERK',
  organizationId: '01980000-0000-7000-8000-0000000000d1',
  unitId: '01980000-0000-7000-8000-0000000000e1',
  sectionId: null,
  displayName: '王专干',
  postTitle: '党务专干',
  delegation: null,
};

export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape.
  readonly json: any;
}

type TokenClaims = { sid?: unknown; iss?: string; aud?: string; lifetime?: number; alg?: string; key?: Uint8Array };

export const READY: ReadinessReport = { ready: true, checks: [{ name: 'database', state: 'ok', durationMs: 1 }] };

/** A gateway on a free port of the loopback, with its log and its door open to the test. */
export class Harness {
  readonly clock = new ManualClock('2026-11-20T09:00:00+08:00');
  readonly executor = new SchemaExecutor();
  /** Long enough for the stronger algorithms too: that they are refused is not for want of a key. */
  readonly key = new Uint8Array(64).fill(7);
  readonly log: LogLine[] = [];
  readonly resolvedSessions: string[] = [];
  session: PersonActor | null = CLERK;
  port = 0;
  readonly resolveSession = async (id: string): Promise<PersonActor | null> => {
    this.resolvedSessions.push(id);
    return this.session;
  };
  gateway!: Gateway;
  #pool!: Pool;

  async start(overrides: Partial<GatewayOptions> = {}, port = 0): Promise<this> {
    const destination = { write: (line: string) => void this.log.push(JSON.parse(line)) };
    this.gateway = createGateway({
      executor: this.executor,
      documents: new DocumentGate('open', manifestRegistry({})),
      resolveSession: this.resolveSession,
      accessTokenKey: this.key,
      development: true,
      logger: createLogger({ name: 'gateway', level: 'debug', destination }),
      isReady: async () => READY,
      clock: this.clock,
      ...overrides,
    });
    this.port = (await this.gateway.listen(port, '127.0.0.1')).port;
    this.#pool = new Pool(`http://127.0.0.1:${this.port}`);
    return this;
  }

  async stop(): Promise<void> {
    this.executor.gate.open();
    await this.#pool.destroy();
    await this.gateway.close();
  }

  async send(options: Omit<Dispatcher.RequestOptions, 'origin'>): Promise<Answer> {
    const { statusCode, headers, body } = await this.#pool.request(options);
    const bytes = Buffer.from(await body.arrayBuffer());
    const text = bytes.toString('utf8');
    const isJson = /[/+]json/.test(String(headers['content-type'])) && headers['content-encoding'] === undefined;
    return {
      status: statusCode,
      headers: headers as Record<string, string>,
      bytes,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return this.send({
      method: 'POST',
      path: '/graphql',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'GET', path, headers });
  }

  query(query: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post({ query }, headers);
  }

  async bearer(claims: TokenClaims = {}): Promise<{ authorization: string }> {
    const {
      sid = SESSION_ID,
      iss = 'party-work-hub',
      aud = 'hub',
      lifetime = 600,
      alg = 'HS256',
      key = this.key,
    } = claims;
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const token = await new SignJWT({ sid })
      .setProtectedHeader({ alg })
      .setIssuer(iss)
      .setAudience(aud)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(key);
    return { authorization: `Bearer ${token}` };
  }

  /** The log line of a request is written when its connection is done with it, a moment after the answer. */
  async requestLine(requestId: string): Promise<LogLine> {
    for (;;) {
      const line = this.log.find((entry) => entry.msg === 'request' && entry.requestId === requestId);
      if (line) return line;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
