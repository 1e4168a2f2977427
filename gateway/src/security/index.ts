export { ACCESS_TOKEN } from './access-token';
