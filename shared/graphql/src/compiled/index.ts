export { type Decision, decideExecution, type ReferenceReason } from './decide-execution';
