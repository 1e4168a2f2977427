import { z } from 'zod';

/** Points a minute. A request is one point, and one more for each hundred of its cost. */
export interface RateLimits {
  readonly address: number;
  /** Of one account, whatever it is signed in on. */
  readonly actor: number;
  /** Of one session, or of one service token. */
  readonly token: number;
  /** Sign-ins and refreshes from one address, each counting one. */
  readonly signIns: number;
}

/** An address may be that of a whole building, whose units all sign in at half past eight. */
export const DEFAULT_RATE_LIMITS: RateLimits = { address: 30_000, actor: 6_000, token: 6_000, signIns: 300 };

const points = (usual: number) => z.coerce.number().int().min(1).default(usual);

/** What an environment may say about rates; each host of a gateway takes these into its own. */
export const rateSettings = {
  HUB_RATE_ADDRESS: points(DEFAULT_RATE_LIMITS.address),
  HUB_RATE_ACTOR: points(DEFAULT_RATE_LIMITS.actor),
  HUB_RATE_TOKEN: points(DEFAULT_RATE_LIMITS.token),
  HUB_RATE_SIGN_INS: points(DEFAULT_RATE_LIMITS.signIns),
  /** Proxies between clients and the gateway whose `X-Forwarded-For` is believed; 0: nobody's. */
  HUB_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
} as const;

export type RateSettings = { readonly [Name in keyof typeof rateSettings]: z.output<(typeof rateSettings)[Name]> };

export function rateLimitsOf(settings: RateSettings): RateLimits {
  return {
    address: settings.HUB_RATE_ADDRESS,
    actor: settings.HUB_RATE_ACTOR,
    token: settings.HUB_RATE_TOKEN,
    signIns: settings.HUB_RATE_SIGN_INS,
  };
}
