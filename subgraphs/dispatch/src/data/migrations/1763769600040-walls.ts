import { closeToAdministrators, closeToSystem, narrowKernelForSystem, SqlMigration } from '@hub/persistence';

/** Papers, what is said about them, and their numbers. The series themselves are set up by the administrator. */
const BUSINESS = [
  'document',
  'document_act',
  'rule_override',
  'quarantine',
  'distribution',
  'attachment',
  'receipt',
  'receipt_return',
  'feedback',
  'extension_request',
  'document_progress',
  'series_counter',
  'number_register',
  'document_economy',
];

/** Administrators find no business content here, and the system only the counters that it folds. */
export class Walls1763769600040 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...BUSINESS.map((table) => closeToAdministrators('dispatch', table)),
      ...['number_series', ...BUSINESS.filter((table) => table !== 'document_progress')].flatMap((table) =>
        closeToSystem('dispatch', table),
      ),
      ...narrowKernelForSystem('dispatch'),
    ];
  }
}
