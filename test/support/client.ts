import type { ClientAnswer } from './client-answer';
import { type LiveAnswers, openLive, type Transport } from './live-answers';

export interface CallHeaders {
  readonly idempotencyKey?: string;
}

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken refreshToken } }';

/** Talks to the hub as a browser or a program does: HTTP, JSON, a bearer token. */
export class HubClient {
  constructor(
    private readonly url: string,
    private readonly accessToken: string | null,
  ) {}

  async signIn(loginName: string, password: string, code: string | null = null): Promise<HubClient> {
    const input = { loginName, password, code };
    const { login } = await this.data<{ login: { accessToken: string } }>(LOGIN, { input });
    return new HubClient(this.url, login.accessToken);
  }

  /** The whole answer, for tests that expect errors. */
  async call<Data>(query: string, variables: object = {}, headers: CallHeaders = {}): Promise<ClientAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...this.authorization(),
        ...(headers.idempotencyKey ? { 'idempotency-key': headers.idempotencyKey } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as ClientAnswer<Data>;
  }

  /** The data; anything else fails the test with what was asked and what was answered. */
  async data<Data>(query: string, variables: object = {}, headers: CallHeaders = {}): Promise<Data> {
    const { data, errors } = await this.call<Data>(query, variables, headers);
    if (errors || !data) throw new Error(`${query}\n${JSON.stringify(variables)}\n${JSON.stringify(errors, null, 1)}`);
    return data;
  }

  /** The reason of the refusal; the test fails when the call went through. */
  async refusal(query: string, variables: object = {}, headers: CallHeaders = {}): Promise<string> {
    const { data, errors } = await this.call(query, variables, headers);
    const reason = errors?.[0]?.extensions.reason;
    if (!reason) throw new Error(`no refusal\n${query}\n${JSON.stringify(data)}\n${JSON.stringify(errors)}`);
    return reason;
  }

  async upload(targetId: string, purpose: string, name: string, bytes: Uint8Array, type: string): Promise<Response> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('targetId', targetId);
    form.set('file', new Blob([bytes], { type }), name);
    return fetch(`${this.url}/files`, { method: 'POST', headers: this.authorization(), body: form });
  }

  /** A route that is no GraphQL: an export. */
  fetchPath(path: string, method = 'GET'): Promise<Response> {
    return fetch(`${this.url}${path}`, { method, headers: this.authorization() });
  }

  /** The answers of a subscription, as they come. */
  watch(transport: Transport, query: string, variables: Record<string, unknown> = {}): LiveAnswers {
    return openLive(transport, { url: `${this.url}/graphql`, headers: this.authorization() }, { query, variables });
  }

  private authorization(): Record<string, string> {
    return this.accessToken === null ? {} : { authorization: `Bearer ${this.accessToken}` };
  }
}
