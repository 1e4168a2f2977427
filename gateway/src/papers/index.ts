export { type PapersOptions, papersRoute } from './papers.route';
export { subgraphPapers } from './subgraph-papers';
