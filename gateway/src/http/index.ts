export * from './files';
export { createGateway } from './gateway';
export type { Gateway, GatewayOptions } from './gateway.type';
export { DEFAULT_LIMITS, type GatewayLimits } from './limits';
export type { Answer } from './send';
