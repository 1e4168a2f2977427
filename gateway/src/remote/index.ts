export { type RemoteSubgraphs, remoteSubgraphs } from './remote-subgraphs';
