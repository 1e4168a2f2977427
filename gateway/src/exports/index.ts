export { type ExportFacts, type ExportLog, subgraphExportLog } from './export-log';
export { exportSettings } from './export-settings';
export { type ExportsOptions, exportsRoute } from './exports.route';
export { loggedExport, type TakenRows } from './logged-export';
export { RowsAlone } from './rows-alone';
export { takenBy } from './taken-by';
