export { type ExportLog, subgraphExportLog } from './export-log';
export { exportSettings } from './export-settings';
export { type ExportsOptions, exportsRoute } from './exports.route';
