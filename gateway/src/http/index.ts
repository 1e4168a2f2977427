export { createGateway } from './gateway';
export type { Gateway, GatewayOptions, ReadinessReport } from './gateway.type';
export { DEFAULT_LIMITS, type GatewayLimits } from './limits';
