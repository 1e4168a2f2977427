export { subgraphWorkbooks } from './subgraph-workbooks';
export { type WorkbooksOptions, workbooksRoute } from './workbooks.route';
export type { Workbooks } from './workbooks.type';
