export { clientAddress } from './client-address';
export { createRateLimiter, type RateLimiter, type RateLimiterOptions } from './rate-limiter';
export { DEFAULT_RATE_LIMITS, type RateLimits, type RateSettings, rateLimitsOf, rateSettings } from './rate-limits';
