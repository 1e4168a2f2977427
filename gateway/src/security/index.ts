export { ACCESS_TOKEN } from './access-token';
export { type Authenticate, createAuthenticate } from './authenticate';
export * from './limits';
export * from './rates';
export { type ServiceTokenDoor, ServiceTokens, subgraphServiceTokens } from './service-tokens';
export { SessionCache } from './session-cache';
export { sessionResolver } from './session-resolver';
