export { type ExportLog, subgraphExportLog } from './export-log';
export { type ExportsOptions, exportsRoute } from './exports.route';
