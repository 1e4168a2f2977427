import 'reflect-metadata';

export { type ClassifiedColumn, encryptedColumns } from './cipher/classified-columns';
export type { DataKeys } from './cipher/data-keys';
export { type CipherPlace, createFieldCipher, type FieldCipher } from './cipher/field-cipher';
export {
  countKeyVersions,
  type RotatedColumn,
  type RotationOptions,
  rotateKeys,
  type VersionCount,
} from './cipher/rotate-keys';
export { applyGroupChanged, applyOrganizationChanged, applyUnitChanged } from './directory/apply-changes';
export { meantOrganizations, type NamedAudience, unknownInAudience } from './directory/audience';
export { holdDirectory, lockDirectory } from './directory/directory.lock';
export {
  keepRecount,
  lockRecount,
  type OutstandingRecount,
  outstandingRecounts,
} from './directory/recount-state';
export {
  applyCalendarChanged,
  applyLaddersChanged,
  keepTimeRules,
  lockTimeRules,
  type TimeRulesContent,
  type TimeRulesTopic,
  timeRulesOf,
  workingTimeOf,
} from './directory/time-rules';
export { unitsInSight } from './directory/units-in-sight';
export { unitsOfZone } from './directory/units-of-zone';
export { persistenceError } from './errors';
export { IDEMPOTENCY_DAYS } from './idempotency';
export { directoryTables, scopeFunction, scopeOfAnyOwner } from './migration/directory-tables';
export { kernelTables, narrowKernelForSystem } from './migration/kernel-tables';
export { type MigrateOptions, migrate, roleUrl } from './migration/migrate';
export { outboxConfirmation, parkedIndex } from './migration/outbox-confirmation';
export {
  ADMINISTRATION_CLOSED,
  beneathRowSecurity,
  closeToAdministrators,
  closeToSystem,
  EVERY_ROW,
  IN_COMMITTEE,
  IN_UNITS,
  narrowForServices,
  OWN_ACCOUNT,
  type SideAccess,
  secureTable,
  type TableAccess,
  TO_OWN_ACCOUNT,
} from './migration/row-security';
export { SqlMigration } from './migration/sql-migration';
export { recountColumns, type TimeRulesKeeper, timeRulesTable } from './migration/time-rules-table';
export { trailTables } from './migration/trail-tables';
export { areTwoPersons, handColumns, handJson } from './migration/two-persons';
export { ensureYearPartitions } from './migration/year-partitions';
export { isForeignKeyViolation, isUniqueViolation, SQLSTATE, sqlState } from './pg-errors';
export { keepProcessAlive } from './pool-client';
export { changeRoles, loginRole, SIDES, type Side, sideRole } from './roles';
export { guardSecrecy } from './secrecy/guard-secrecy';
export { quarantineTable } from './secrecy/quarantine-table';
export {
  type ActOptions,
  type DatabaseDefinition,
  POOL_SIZE,
  type ReadSession,
  SubgraphDatabase,
} from './subgraph-database';
export { NO_PART } from './trail/act';
export { type ActsQuery, actsOf, type ShownAct } from './trail/acts-of';
export type { Finding, FindingKind } from './trail/judge-chain';
export { removeActsAs } from './trail/remove-acts';
export { isSound, type RemoveActs, Trail, type TrailOptions, type TrailReport, trailKeeper } from './trail/trail';
export type { AuditEntry, ReadTransaction, Transaction } from './transaction';
export {
  assertVersion,
  type ContextOptions,
  createUseCaseContext,
  type JsonValue,
  requirePerson,
  requireReader,
  type UseCaseContext,
} from './use-case-context';
