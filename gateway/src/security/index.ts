export { ACCESS_TOKEN } from './access-token';
export { sessionResolver } from './session-resolver';
