export { subgraphWorkbooks } from './subgraph-workbooks';
export { workbooksRoute } from './workbooks.route';
export type { Workbooks } from './workbooks.type';
