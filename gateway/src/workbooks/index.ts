export { type OfficeDoorOptions, officeDoor } from './office-door';
export { officeFileFacts } from './office-file-facts';
export { subgraphWorkbooks } from './subgraph-workbooks';
export { workbookError } from './workbook.errors';
export { type WorkbooksOptions, workbooksRoute } from './workbooks.route';
export type { Asked, Subject } from './workbooks.type';
