export { openRemoteGraph, type RemoteGraphOptions } from './remote-graph';
