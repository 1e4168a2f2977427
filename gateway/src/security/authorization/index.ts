export { type Authority, authorityOf } from './authority';
export type { Denial } from './denial';
export { OperationAuthorization } from './operation-authorization';
export { type RequirementTable, readRequirements } from './requirement-table';
