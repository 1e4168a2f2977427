import type { Clock, ServiceActor, ServiceTokenKey } from '@hub/core';
import type { Logger } from '@hub/runtime';

import { BriefMemory } from '../brief-memory';
import type { CallSubgraph } from '../context';
import { ownCall } from '../own-call';

/** Where service tokens are known. */
export interface ServiceTokenDoor {
  /** Who a token acts as; null when it is unknown, expired or revoked. */
  resolve(key: ServiceTokenKey): Promise<ServiceActor | null>;
  /** Told now and then that a token is in use. */
  noteUse(actor: ServiceActor): Promise<void>;
}

const ACTOR = 'query ($committee: ID!, $digest: String!) { serviceActor(committeeId: $committee, digest: $digest) }';
const NOTE =
  'mutation ($committee: ID!, $token: ID!) { noteServiceTokenUse(committeeId: $committee, tokenId: $token) }';
const ASKED = { requestId: 'service-token', actor: null, timeoutMs: 5_000 } as const;

/** Asks organization, by fields that are not part of the public graph. The token itself stays here. */
export function subgraphServiceTokens(call: CallSubgraph): ServiceTokenDoor {
  return {
    async resolve({ committeeId, digest }) {
      const variables = { committee: committeeId, digest };
      const { serviceActor } = await ownCall(call, 'organization', {
        ...ASKED,
        kind: 'query',
        query: ACTOR,
        variables,
      });
      return typeof serviceActor === 'string' ? (JSON.parse(serviceActor) as ServiceActor) : null;
    },
    async noteUse({ committeeId, serviceTokenId }) {
      const variables = { committee: committeeId, token: serviceTokenId };
      await ownCall(call, 'organization', { ...ASKED, kind: 'mutation', query: NOTE, variables });
    },
  };
}

/** How often one gateway tells of one token. */
const NOTE_EVERY_MS = 60_000;
const MAX_NOTED = 10_000;
const MAX_TOKENS = 10_000;

/** Remembers tokens for the same moment as sessions, and tells of their use beside the request, never in it. */
export class ServiceTokens {
  readonly #actors: BriefMemory<ServiceActor | null>;
  readonly #notedAt = new Map<string, number>();

  constructor(
    private readonly door: ServiceTokenDoor,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.#actors = new BriefMemory(clock, MAX_TOKENS);
  }

  async get(key: ServiceTokenKey): Promise<ServiceActor | null> {
    const actor = await this.#actors.get(`${key.committeeId} ${key.digest}`, () => this.door.resolve(key));
    if (actor !== null) this.#note(actor);
    return actor;
  }

  /** Makes a revocation act at the next request instead of after the cache's 5 s. */
  forgetAll(): void {
    this.#actors.forgetAll();
  }

  #note(actor: ServiceActor): void {
    const now = this.clock.now().getTime();
    const { serviceTokenId } = actor;
    const before = this.#notedAt.get(serviceTokenId);
    if (before !== undefined && now - before < NOTE_EVERY_MS) return;
    if (this.#notedAt.size >= MAX_NOTED) this.#notedAt.clear();
    this.#notedAt.set(serviceTokenId, now);
    this.door
      .noteUse(actor)
      .catch((err: unknown) => this.logger.warn({ err, serviceTokenId }, 'use of token not noted'));
  }
}
