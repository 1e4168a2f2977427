export { type CostTable, readCosts } from './cost-table';
export { OperationCosts } from './operation-costs';
