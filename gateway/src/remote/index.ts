export { type RemoteSubgraphs, type RemoteSubgraphsOptions, remoteSubgraphs } from './remote-subgraphs';
